import type { Compiled } from '../language/compile.ts';
import type { CellId } from '../language/cells.ts';
import type { Observed } from '../language/plan.ts';
import type { Shadow } from '../schema/result.ts';
import { ExactMomentsOf } from './exact-moments.ts';

const shadowedGroups = ['output', 'category', 'line', 'event'] as const;
type ShadowedGroup = (typeof shadowedGroups)[number];

/** A simulated mean and its standard error. */
export type SimulatedMean = (
  group: ShadowedGroup,
  name: string,
  posture: string,
) => { readonly mean: number; readonly standardError: number };

/**
 * Exact means and standard deviations beside the simulated ones, wherever the model allows: of
 * total cost, of each category, of each line that is not all of its category, and of the number
 * of events. z is their distance in standard errors: within 4 in all but 1 of 16,000 true cases.
 */
export function shadowOf(compiled: Compiled, simulated: SimulatedMean): Shadow[] {
  const exact = new ExactMomentsOf(compiled.graph);
  const list: Shadow[] = [];
  const categories = new Set<CellId>();
  for (const { group: anyGroup, name, posture, year, cell } of compiled.observed) {
    const group = shadowedGroup(anyGroup);
    if (group === null || posture === null || year !== null) continue;
    if (group === 'output' && name !== 'tco') continue;
    if (compiled.graph.constantOf(cell) !== null) continue;
    if (group === 'category') categories.add(cell);
    if (group === 'line' && categories.has(cell)) continue;
    const moments = exact.of(cell);
    if (moments === null) continue;
    const { mean, standardError } = simulated(group, name, posture);
    list.push({
      id: `${group}.${name}`,
      label: labelOf(compiled, group, name),
      posture,
      exactMean: moments.mean,
      exactSd: moments.variance === null ? null : Math.sqrt(Math.max(0, moments.variance)),
      simulatedMean: mean,
      standardError,
      z: standardError > 0 ? (mean - moments.mean) / standardError : null,
    });
  }
  return list;
}

function shadowedGroup(group: Observed['group']): ShadowedGroup | null {
  return shadowedGroups.find((each) => each === group) ?? null;
}

function labelOf({ source }: Compiled, group: ShadowedGroup, name: string): string {
  const { model, scenario } = source;
  const labelled = {
    output: model.outputs[name],
    category: model.categories[name],
    line: model.lines[name] ?? scenario.lines[name],
    event: model.events[name],
  };
  return labelled[group]?.label ?? name;
}
