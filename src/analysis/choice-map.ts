import { RunError } from '../engine/interpreter.ts';
import { failedChecks } from '../language/compile.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { momentsOf } from '../numeric/moments.ts';
import { indexOfLeast } from '../numeric/same-amount.ts';
import type { ChoiceMap, ChoiceMapAxis, ChoiceMapRequest } from '../schema/choice-map.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { ChoiceMapError } from './choice-map-error.ts';
import { meanOf } from './choice-sample.ts';
import { cheapestOf, differenceOf } from './compare.ts';
import { costsOf, GivenUp, pauseOrStop } from './decision-run.ts';
import { knownAt, meanOfInput, withInputs } from './pin-input.ts';
import { NotFiniteError } from './run-data.ts';

/** Of one input there are few places, which can each have more futures. */
const forOne = { steps: 25, trials: 4096 } as const;
const forTwo = { steps: 11, trials: 1024 } as const;
const mostSteps = 41;

/**
 * Which posture is best, and how surely, over values of one or two inputs, everything else as it
 * is and with the same luck everywhere. null where `pause` tells that it is no longer wanted.
 */
export async function choiceMap(
  source: ProgramSource,
  request: ChoiceMapRequest,
  pause: () => Promise<boolean>,
): Promise<ChoiceMap | null> {
  const output = request.output ?? 'tco';
  checkRequest(source, request, output);
  const setting = request.axes.length === 1 ? forOne : forTwo;
  const axes = request.axes.map((axis) => axisOf(source, axis, setting.steps));
  const [first, second] = axes;
  const cells = (second?.values ?? [null]).flatMap((b) =>
    (first?.values ?? []).map((a) => ({ a, b })),
  );
  const map: ChoiceMap = {
    format: 'tandem-map/1',
    output,
    axes,
    postures: source.scenario.postures.map(({ id, label }) => ({ id, label })),
    trials: setting.trials,
    best: [],
    leads: [],
    leadErrors: [],
    means: Object.fromEntries(source.postures.map((posture) => [posture, []])),
    chances: Object.fromEntries(source.postures.map((posture) => [posture, []])),
  };
  try {
    for (const { a, b } of cells) {
      const given = axes.map(({ input }, index) => [input, index === 0 ? a : (b ?? a)] as const);
      await addCell(map, source, given, pauseOrStop(pause));
    }
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
  return map;
}

async function addCell(
  map: ChoiceMap,
  source: ProgramSource,
  given: readonly (readonly [string, number])[],
  pause: () => Promise<void>,
): Promise<void> {
  const inputs = given.flatMap(([name, value]) => {
    const input = source.scenario.inputs[name];
    const declaration = source.declarations.get(name);
    const perEvent = declaration?.kind === 'input' && declaration.perEvent;
    return input === undefined ? [] : [[name, knownAt(input, value, perEvent)] as const];
  });
  const changed = withInputs(source, Object.fromEntries(inputs));
  const makesSense = failedChecks(changed).every(
    (index) => source.model.checks[index]?.severity !== 'error',
  );
  const found = await costsOrNone(changed, map, pause);
  if (found === null) {
    map.best.push(null);
    map.leads.push(0);
    map.leadErrors.push(0);
    for (const posture of source.postures) {
      map.means[posture]?.push(0);
      map.chances[posture]?.push(0);
    }
    return;
  }
  const { costs, data } = found;
  const means = costs.map((cost) => momentsOf(cost).mean);
  const best = indexOfLeast(means);
  const [next = best] = means
    .flatMap((_, index) => (index === best ? [] : [index]))
    .toSorted((x, y) => (means[x] ?? 0) - (means[y] ?? 0));
  const none = new Float64Array(0);
  const lead = meanOf(differenceOf(costs[next] ?? none, costs[best] ?? none), data.replication);
  map.best.push(makesSense ? (source.postures[best] ?? null) : null);
  map.leads.push(lead.value);
  map.leadErrors.push(lead.error);
  const byPosture = Object.fromEntries(costs.map((cost, k) => [source.postures[k] ?? '', cost]));
  const { probabilities } = cheapestOf(byPosture, data.replication);
  for (const [index, posture] of source.postures.entries()) {
    map.means[posture]?.push(means[index] ?? 0);
    map.chances[posture]?.push(probabilities[posture] ?? 0);
  }
}

/** null where the model cannot be computed, such as where a rate would be below zero. */
async function costsOrNone(
  source: ProgramSource,
  { output, trials }: ChoiceMap,
  pause: () => Promise<void>,
): Promise<Awaited<ReturnType<typeof costsOf>> | null> {
  try {
    return await costsOf(source, trials, pause, output);
  } catch (error) {
    if (error instanceof RunError || error instanceof NotFiniteError) return null;
    throw error;
  }
}

function checkRequest(source: ProgramSource, { axes }: ChoiceMapRequest, output: string): void {
  if (axes.length < 1 || axes.length > 2)
    throw new ChoiceMapError('a map is of one input or of two');
  const [first, second] = axes;
  if (first?.input === second?.input)
    throw new ChoiceMapError(
      `"${first?.input ?? ''}" is named twice: a map needs two different inputs`,
    );
  for (const { input: name, steps = 2 } of axes) {
    const input = source.scenario.inputs[name];
    if (input === undefined) {
      const hint = didYouMean(name, Object.keys(source.scenario.inputs));
      throw new ChoiceMapError(`there is no input "${name.slice(0, 60)}"${hint}`);
    }
    if (Number.isNaN(meanOfInput(input)))
      throw new ChoiceMapError(`"${name}" is a choice of words: a map needs numbers`);
    if (!Number.isInteger(steps) || steps < 2 || steps > mostSteps)
      throw new ChoiceMapError(`a map has 2 to ${mostSteps} values of each input; found ${steps}`);
  }
  const outputs = [...source.outputs.keys()];
  if (output !== 'tco' && !outputs.includes(output))
    throw new ChoiceMapError(
      `there is no output "${output.slice(0, 60)}"${didYouMean(output, outputs)}`,
    );
}

/** From nothing to twice what it is, within what is sensible; over all that is sensible where it is nothing. */
function axisOf(
  source: ProgramSource,
  { from, input: name, steps, to }: ChoiceMapRequest['axes'][number],
  usualSteps: number,
): ChoiceMapAxis {
  const input = source.scenario.inputs[name];
  const declared = source.model.inputs[name];
  const now = input === undefined ? NaN : meanOfInput(input);
  const [least = -Infinity, most = Infinity] = declared?.range ?? [];
  const low = from ?? Math.max(least, Math.min(0, 2 * now));
  const high = to ?? Math.min(most, now === 0 ? most : Math.max(0, 2 * now));
  if (!(high > low) || !Number.isFinite(high - low))
    throw new ChoiceMapError(`"${name}" needs an end above its beginning: found ${low} to ${high}`);
  const count = steps ?? usualSteps;
  return {
    input: name,
    label: declared?.label ?? name,
    unit: declared?.unit ?? '',
    now,
    values: Array.from({ length: count }, (_, index) => low + (index * (high - low)) / (count - 1)),
  };
}
