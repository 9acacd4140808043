import { RunError } from '../engine/interpreter.ts';
import { failedChecks } from '../language/compile.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { makeDistribution } from '../numeric/distributions/standardise.ts';
import { momentsOf } from '../numeric/moments.ts';
import { indexOfLeast, sameAmount } from '../numeric/same-amount.ts';
import type { CellValue, ResolvedInput, ResolvedScenario } from '../schema/resolved.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import { costsOf, GivenUp, pauseOrStop } from './decision-run.ts';
import type { Pause } from './decision-run.ts';
import { meanOfInput, withCells, withInputs } from './pin-input.ts';
import { NotFiniteError } from './run-data.ts';

/** Few: every input is tried several times, always with the same luck, so that noise cancels out. */
const trials = 4096;
const largestFactor = 10;
/** As near as a figure of two digits needs. */
const nearEnough = 0.002;
const mostSteps = 8;
const leastSwing = 1e-4;

/** By how much the best posture of today costs less than the next, and which is best then. */
interface Lead {
  readonly lead: number;
  readonly best: string;
}

/**
 * For each input, how far all of its values would have to be multiplied for another posture to cost
 * least on average, everything else as it is. One input at a time, so that nothing is said of
 * several changing together. `pause` is awaited before each trial run and ends the search with
 * false; null then.
 */
export async function switchingValues(
  source: ProgramSource,
  pause: () => Promise<boolean>,
): Promise<readonly SwitchingValue[] | null> {
  try {
    return await search(source, pauseOrStop(pause));
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}

async function search(source: ProgramSource, pause: Pause): Promise<readonly SwitchingValue[]> {
  const { scenario, model } = source;
  const costsWith = async (inputs: ResolvedScenario['inputs']): Promise<Costs | null> => {
    const changed = withInputs(source, inputs);
    // Shares that no longer add up to one, and the like, are no way for the answer to change.
    const makesSense = failedChecks(changed).every(
      (index) => model.checks[index]?.severity !== 'error',
    );
    return makesSense ? meanCosts(changed, pause) : null;
  };
  const now = await costsWith({});
  const best = cheapest(now);
  if (now === null || best === null) return [];
  const found: SwitchingValue[] = [];
  for (const [name, input] of Object.entries(scenario.inputs)) {
    const [lowest, widest] = factorRange(input, model.inputs[name]?.range);
    if (!(lowest < 1 && widest > 1)) continue;
    const lead = async (factor: number): Promise<Lead> => {
      const costs = await costsWith({ [name]: multiplied(input, factor) }).catch(onlyImpossible);
      const winner = cheapest(costs);
      return costs === null || winner === null
        ? { lead: NaN, best }
        : { lead: leadOf(costs, best), best: winner };
    };
    let highest = widest;
    let more = await lead(Math.min(highest, 1.5));
    if (Number.isNaN(more.lead)) {
      // More than all of something: within what it can be at all there may still be room.
      highest = Math.max(1, Math.min(widest, 1 / largestOfInput(input)));
      more = await lead(Math.min(highest, 1.5));
    }
    const less = await lead(Math.max(lowest, 0.5));
    const swing = Math.abs(more.lead - less.lead);
    // Nothing but rounding, or nothing that makes sense.
    if (!(swing > leastSwing * leadOf(now, best))) continue;
    const factor = await tieNear(
      leadOf(now, best),
      async (each) => (await lead(each)).lead,
      [lowest, highest],
      { at: Math.min(highest, 1.5), lead: more.lead },
    );
    const beyond = factor === null ? null : await lead(factor + (factor < 1 ? -0.02 : 0.02));
    found.push({
      input: name,
      swing,
      base: meanOfInput(input),
      factor,
      best: beyond === null || beyond.best === best ? null : beyond.best,
    });
  }
  return found.toSorted((a, b) => b.swing - a.swing);
}

/** The factor at which the lead is gone, by the secant method kept within a bracket; null where it never is. */
async function tieNear(
  leadNow: number,
  lead: (factor: number) => Promise<number>,
  [lowest, highest]: readonly [number, number],
  probe: { readonly at: number; readonly lead: number },
): Promise<number | null> {
  const slope = (probe.lead - leadNow) / (probe.at - 1);
  if (!(Math.abs(slope) > 0)) return null;
  // The end towards which the lead shrinks: only there can it be lost.
  let far = slope < 0 ? highest : lowest;
  let farLead = await lead(far);
  if (!(farLead < 0)) return null;
  let near = 1;
  let nearLead = leadNow;
  for (let step = 0; step < mostSteps; step++) {
    const straight = near + ((far - near) * nearLead) / (nearLead - farLead);
    // A straight guess is good where the lead is nearly straight; halving saves where it is not.
    const guess = step % 3 === 2 ? (near + far) / 2 : straight;
    const guessLead = await lead(guess);
    if (!Number.isFinite(guessLead)) return null;
    if (Math.abs(guessLead) < nearEnough * leadNow || Math.abs(far - near) < nearEnough)
      return guess;
    if (guessLead > 0) [near, nearLead] = [guess, guessLead];
    else [far, farLead] = [guess, guessLead];
  }
  return near + ((far - near) * nearLead) / (nearLead - farLead);
}

/** How far an input may be multiplied without leaving its sensible range; nothing is said of zeros and words. */
function factorRange(
  input: ResolvedInput,
  range: readonly number[] | undefined,
): readonly [number, number] {
  const most = meanOfInput(input);
  const cells = input.cells.flat();
  if (!(most > 0) || cells.some(({ kind }) => kind === 'text')) return [1, 1];
  if (input.times?.kind === 'distribution' && cells.some(({ kind }) => kind === 'distribution'))
    return [1, 1];
  const [, top = Infinity] = range ?? [];
  return [0, Math.max(1, Math.min(largestFactor, top / most))];
}

function multiplied(input: ResolvedInput, factor: number): ResolvedInput {
  const { later = [], times } = input;
  const cells = [input, ...later].flatMap((each) => each.cells.flat());
  if (cells.every(({ kind }) => kind === 'number'))
    return withCells(input, (each) =>
      each.map((row) =>
        row.map((cell) =>
          cell.kind === 'number' ? { ...cell, value: factor * cell.value } : cell,
        ),
      ),
    );
  const shared = times?.kind === 'number' ? times.value : 1;
  return { ...input, times: { kind: 'number', value: shared * factor } };
}

/** The largest value that an input takes but in one of 10,000 futures. */
function largestOfInput(input: ResolvedInput): number {
  const { currencyFactor, later = [], times } = input;
  const cells = [input, ...later].flatMap((each) => each.cells.flat());
  const largest = (cell: CellValue): number => {
    if (cell.kind === 'number') return cell.value;
    return cell.kind === 'text' ? NaN : makeDistribution(cell.spec).quantile(0.9999);
  };
  const factor = times === null ? 1 : largest(times);
  return currencyFactor * factor * Math.max(...cells.map(largest));
}

/** A value at which nothing can be computed is no way for the answer to change. */
function onlyImpossible(error: unknown): null {
  if (error instanceof RunError || error instanceof NotFiniteError) return null;
  throw error;
}

type Costs = ReadonlyMap<string, number>;

async function meanCosts(source: ProgramSource, pause: Pause): Promise<Costs> {
  const { costs } = await costsOf(source, trials, pause);
  return new Map(costs.map((cost, index) => [source.postures[index] ?? '', momentsOf(cost).mean]));
}

function cheapest(costs: Costs | null): string | null {
  const all = [...(costs ?? [])];
  return all[indexOfLeast(all.map(([, cost]) => cost))]?.[0] ?? null;
}

function leadOf(costs: Costs, best: string): number {
  const own = costs.get(best) ?? NaN;
  const others = [...costs].filter(([posture]) => posture !== best).map(([, cost]) => cost);
  const next = Math.min(...others);
  return sameAmount(next, own) ? 0 : next - own;
}
