import type { IssueCollector } from './issue-collector.ts';
import type { Model } from './model.ts';
import type { ResolvedInput, ResolvedScenario } from './resolved.ts';
import type { Scenario } from './scenario.ts';

const mostCorrelations = 200;

/** Rank correlations between inputs that can be correlated at all. */
export function resolveCorrelations(
  model: Model,
  scenario: Scenario,
  inputs: Readonly<Record<string, ResolvedInput>>,
  issues: IssueCollector,
): ResolvedScenario['correlations'] {
  const correlations = scenario.correlations ?? [];
  if (correlations.length > mostCorrelations) {
    issues.error(
      'too-many',
      `/correlations/${mostCorrelations}`,
      `there are ${correlations.length} correlations; at most ${mostCorrelations} are possible`,
    );
    return [];
  }
  const seen = new Set<string>();
  for (const [index, [a, b]] of correlations.entries()) {
    const pointer = `/correlations/${index}`;
    const known = [a, b].map((name, place) =>
      issues.reference('input', name, Object.keys(model.inputs), `${pointer}/${place}`),
    );
    if (known.includes(false)) continue;
    if (a === b) {
      issues.error('correlation', pointer, `${a} cannot be correlated with itself`);
      continue;
    }
    const pair = JSON.stringify([a, b].sort());
    if (seen.has(pair))
      issues.error('correlation', pointer, `${a} and ${b} are correlated twice; keep one of them`);
    seen.add(pair);
    for (const [place, name] of [a, b].entries()) {
      if (model.inputs[name]?.per === 'event') {
        issues.error(
          'correlation',
          `${pointer}/${place}`,
          `${name} is drawn anew for each event and cannot be correlated`,
        );
      } else if (isCertain(inputs[name])) {
        issues.error(
          'correlation',
          `${pointer}/${place}`,
          `${name} is a fixed number; only inputs with a distribution can be correlated`,
        );
      }
    }
  }
  return correlations;
}

// An input that could not be resolved has its own error already.
function isCertain(input: ResolvedInput | undefined): boolean {
  if (input === undefined) return false;
  return (
    input.times?.kind !== 'distribution' &&
    input.cells.every((row) => row.every((cell) => cell.kind !== 'distribution'))
  );
}
