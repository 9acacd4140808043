import type { IssueCollector } from './issue-collector.ts';
import type { Model, ModelLine } from './model.ts';
import { nameProblem } from './name-rules.ts';
import { childPointer } from './pointer.ts';
import type { Scenario } from './scenario.ts';

const mostLines = 100;

/** The cost lines that a scenario adds to its model. */
export function resolveLines(
  model: Model,
  scenario: Scenario,
  issues: IssueCollector,
): Readonly<Record<string, ModelLine>> {
  const lines = scenario.lines ?? {};
  const names = Object.keys(lines);
  if (names.length === 0) return lines;
  if (!model.extensible) {
    issues.error(
      'lines',
      '/lines',
      'this model takes no cost lines of a scenario; give values to its inputs instead',
    );
    return {};
  }
  const beyond = names[mostLines];
  if (beyond !== undefined) {
    issues.error(
      'too-many',
      childPointer('/lines', beyond),
      `there are ${names.length} cost lines; at most ${mostLines} are possible`,
    );
  }
  for (const [name, line] of Object.entries(lines)) {
    const pointer = childPointer('/lines', name);
    issues.maybe('name', pointer, nameProblem(name) ?? takenName(name, model));
    issues.reference(
      'category',
      line.category,
      Object.keys(model.categories),
      `${pointer}/category`,
    );
  }
  return lines;
}

function takenName(name: string, model: Model): string | null {
  for (const kind of ['inputs', 'definitions', 'events', 'lines'] as const) {
    if (Object.hasOwn(model[kind], name))
      return `"${name}" is taken: the model has it among its ${kind}; choose another name`;
  }
  return null;
}
