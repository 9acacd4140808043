import { layOutBlocks } from '../engine/blocks.ts';
import { mergeRecordings } from '../engine/merge.ts';
import { runBlocks } from '../engine/run-blocks.ts';
import type { Compiled } from '../language/compile.ts';
import { momentsOf } from '../numeric/moments.ts';
import type { CellValue, ResolvedScenario } from '../schema/resolved.ts';
import { ExactMomentsOf } from './exact-moments.ts';
import { replicationOf } from './replicates.ts';
import { RunData } from './run-data.ts';
import { totalCost } from './total-cost.ts';

const input = 'programmeWeeks';
/** Where the exact mean is not known: few, since both runs have the same luck. */
const trials = 4096;

/**
 * HK$ by which one more week until the programme is complete raises the expected total cost of the
 * compared posture: what a week of speed is worth. Exact where the model allows, else from two
 * small runs with the same luck; null where the model has no such input.
 */
export function costOfDelay(
  compiled: Compiled,
  compileWith: (scenario: ResolvedScenario) => Compiled | null,
): number | null {
  const { model, postures, scenario } = compiled.source;
  const weeks = scenario.inputs[input];
  const posture = postures.indexOf(model.comparison.of);
  if (weeks === undefined || posture < 0) return null;
  const cells = weeks.cells.map((row, index) => (index === posture ? row.map(oneMore) : row));
  const inputs = { ...scenario.inputs, [input]: { ...weeks, cells } };
  const later = compileWith({ ...scenario, inputs });
  if (later === null) return null;
  const exact = [compiled, later].map(exactCost);
  const [now = null, then = null] = exact;
  if (now !== null && then !== null) return then - now;
  const small = { ...scenario, run: { ...scenario.run, trials } };
  const pair = [compileWith(small), compileWith({ ...small, inputs })];
  const [before = null, after = null] = pair.map((each) => (each === null ? null : meanCost(each)));
  return before === null || after === null ? null : after - before;
}

function oneMore(cell: CellValue): CellValue {
  return cell.kind === 'number' ? { kind: 'number', value: cell.value + 1 } : cell;
}

function exactCost({ graph, observed, source }: Compiled): number | null {
  const found = observed.find(
    ({ group, name, posture }) =>
      group === 'output' && name === 'tco' && posture === source.model.comparison.of,
  );
  return found === undefined ? null : (new ExactMomentsOf(graph).of(found.cell)?.mean ?? null);
}

function meanCost({ plan, source }: Compiled): number {
  const layout = layOutBlocks(trials);
  const recording = runBlocks(plan, source.scenario.run, layout.blocks);
  const columns = mergeRecordings(plan, layout, [recording]);
  const data = new RunData(columns, replicationOf(columns, source.scenario.run.sampling));
  return momentsOf(totalCost(data, source.model.comparison.of, source.years)).mean;
}
