import type { ProgramSource } from '../language/program-source.ts';
import type { ResultLabels } from '../schema/result.ts';

/** What people call the categories, lines and events of a run. */
export function labelsOf({ model, scenario }: ProgramSource): ResultLabels {
  const lines = Object.entries({ ...model.lines, ...scenario.lines });
  const labels = (named: readonly (readonly [string, { readonly label: string }])[]) =>
    Object.fromEntries(named.map(([name, { label }]) => [name, label]));
  return {
    categories: labels(Object.entries(model.categories)),
    lines: labels(lines),
    events: labels(Object.entries(model.events)),
    lineCategories: Object.fromEntries(lines.map(([name, { category }]) => [name, category])),
  };
}
