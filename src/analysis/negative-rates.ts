import { layOutBlocks } from '../engine/blocks.ts';
import { mergeRecordings } from '../engine/merge.ts';
import { runBlocks } from '../engine/run-blocks.ts';
import type { Compiled } from '../language/compile.ts';
import { doubtfulRates, inputsOfRate } from '../language/doubtful-rates.ts';
import type { Issue } from '../schema/issue.ts';
import type { Places } from '../schema/source.ts';

/** As many futures tell of a rate that is below 0 in 1 of 50,000. */
const mostTrials = 200_000;

/**
 * An issue for each event whose rate is below 0, or no number, in some futures of the run: it could
 * not go on. Most rates cannot be by their formula alone; what is left is tried in the very futures
 * of the run. `modelPlaces` and `scenarioPlaces` find what is to be changed.
 */
export function negativeRates(
  { source }: Compiled,
  modelPlaces: Places,
  scenarioPlaces: Places,
): readonly Issue[] {
  const plan = doubtfulRates(source);
  if (plan === null) return [];
  const { run } = source.scenario;
  const layout = layOutBlocks(Math.min(run.trials, mostTrials));
  const columns = mergeRecordings(plan, layout, [runBlocks(plan, run, layout.blocks)]);
  const worst = new Map<string, { readonly count: number; readonly where: string }>();
  for (const [index, { constant, name, posture, year }] of columns.observed.entries()) {
    const values = columns.values[index] ?? Float64Array.of(constant ?? NaN);
    const wrong = values.filter((value) => !(value >= 0)).length;
    const count = constant === null ? wrong : wrong * layout.trials;
    if (count <= (worst.get(name)?.count ?? 0)) continue;
    worst.set(name, { count, where: `under ${posture ?? ''} in year ${year ?? 1}` });
  }
  return [...worst].map(([name, { count, where }]): Issue => {
    const event = source.events.get(name);
    const inputs = inputsOfRate(source, name);
    const own = inputs.find((input) => source.scenario.inputs[input]?.from === 'scenario');
    const pointer = own === undefined ? `/events/${name}/rate` : `/inputs/${own}`;
    const formula = event?.kind === 'primary' ? event.rate.text : '';
    const label = source.model.events[name]?.label ?? name;
    const often = count === layout.trials ? 'every future' : `${count} of ${layout.trials} futures`;
    return {
      code: 'rate',
      severity: 'error',
      pointer,
      message: `the rate of "${name}" (${label}) is below 0 or no number in ${often} ${where}, and no run can go on with that: "rate": ${JSON.stringify(formula.slice(0, 200))}${inputs.length === 0 ? '' : `; it is made of ${inputs.slice(0, 12).join(', ')}. Bound what may be too large or below 0, or write max(0, ..)`}`,
      ...(own === undefined ? modelPlaces : scenarioPlaces).locate(pointer),
    };
  });
}
