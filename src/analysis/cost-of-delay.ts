import type { Compiled } from '../language/compile.ts';
import type { CellValue, ResolvedScenario } from '../schema/resolved.ts';
import { ExactMomentsOf } from './exact-moments.ts';

const input = 'programmeWeeks';

/**
 * HK$ by which one more week until the programme is complete raises the expected total cost of the
 * compared posture: what a week of speed is worth. Exact, so without the noise of a simulation;
 * null where the model has no such input or its mean is not known exactly.
 */
export function costOfDelay(
  compiled: Compiled,
  compileWith: (scenario: ResolvedScenario) => Compiled | null,
): number | null {
  const { model, postures, scenario } = compiled.source;
  const weeks = scenario.inputs[input];
  const posture = postures.indexOf(model.comparison.of);
  if (weeks === undefined || posture < 0) return null;
  const later = weeks.cells.map((row, index) => (index === posture ? row.map(oneMore) : row));
  if (later.some((row) => row.some((cell) => cell === null))) return null;
  const cells = later as readonly (readonly CellValue[])[];
  const delayed = compileWith({
    ...scenario,
    inputs: { ...scenario.inputs, [input]: { ...weeks, cells } },
  });
  const now = expectedCost(compiled);
  const then = delayed === null ? null : expectedCost(delayed);
  return now === null || then === null ? null : then - now;
}

function oneMore(cell: CellValue): CellValue | null {
  return cell.kind === 'number' ? { kind: 'number', value: cell.value + 1 } : null;
}

function expectedCost({ graph, observed, source }: Compiled): number | null {
  const found = observed.find(
    ({ group, name, posture }) =>
      group === 'output' && name === 'tco' && posture === source.model.comparison.of,
  );
  return found === undefined ? null : (new ExactMomentsOf(graph).of(found.cell)?.mean ?? null);
}
