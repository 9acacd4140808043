import type { ProgramSource } from '../language/program-source.ts';
import { momentsOf } from '../numeric/moments.ts';
import type { Attribution, Difference } from '../schema/difference.ts';
import type { ResolvedInput } from '../schema/resolved.ts';
import { canonicalJson } from './canonical-json.ts';
import { costsOf, GivenUp, pauseOrStop } from './decision-run.ts';
import { meanOfInput, withCells, withInputs } from './pin-input.ts';
import { eachReplicate, errorOfReplicates } from './replicates.ts';

/** Two scenarios that cannot be compared change by change; the message says why. */
export class DifferenceError extends Error {}

const trials = 8192;
/** Up to so many changes, every order of them is tried: 64 runs. */
const mostInAllOrders = 6;
const settings = 'settings';

type Change = Difference['changes'][number];

/**
 * What each changed input does to the mean total cost of each posture, with the same luck
 * throughout. The effects add up to the whole change. Few changes are averaged over all their
 * orders (Shapley 1953), so that none profits from its place; many are made one after another.
 * null where `pause` tells that it is no longer wanted.
 */
export async function attributeChange(
  before: ProgramSource,
  after: ProgramSource,
  pause: () => Promise<boolean>,
): Promise<Attribution | null> {
  if (before.model.id !== after.model.id)
    throw new DifferenceError(
      `the scenarios are of different models, ${before.model.id} and ${after.model.id}: there are no changes to attribute`,
    );
  const shared = after.postures.filter((posture) => before.postures.includes(posture));
  if (shared.length === 0) throw new DifferenceError('the scenarios have no posture in common');
  const { run } = before.scenario;
  // Luck goes by name and seed: both sides have that of the first.
  const same = (source: ProgramSource): ProgramSource => ({
    ...source,
    scenario: {
      ...source.scenario,
      run: { ...source.scenario.run, seed: run.seed, sampling: run.sampling },
    },
  });
  const changed = changesOf(before, after);
  const stop = pauseOrStop(pause);
  const evaluate = async (made: ReadonlySet<string>): Promise<Means> => {
    const shell = same(made.has(settings) ? after : before);
    const inputs = Object.fromEntries(
      Object.keys(shell.scenario.inputs).map((name) => {
        const from = changed.includes(name) && !made.has(name) ? before : after;
        return [name, reshaped(name, from, shell, made.has(settings) ? after : before)];
      }),
    );
    const { costs, data } = await costsOf(withInputs(shell, inputs), trials, stop);
    return new Map(
      shared.map((posture) => {
        const cost = costs[shell.postures.indexOf(posture)] ?? new Float64Array(0);
        return [
          posture,
          eachReplicate(data.replication, (from, to) => momentsOf(cost, from, to).mean),
        ];
      }),
    );
  };
  try {
    const isFew = changed.length <= mostInAllOrders;
    const parts = await (isFew ? inAllOrders(changed, evaluate) : inTurn(changed, evaluate));
    const [first, last] = [parts.start, parts.end];
    const label = (id: string) =>
      after.scenario.postures.find((posture) => posture.id === id)?.label ?? id;
    return {
      format: 'tandem-difference/1',
      method: isFew ? 'shapley' : 'sequential',
      trials,
      seed: run.seed,
      postures: shared.map((id) => ({
        id,
        label: label(id),
        before: meanOf(first.get(id)),
        after: meanOf(last.get(id)),
        change: effectOf(difference(last.get(id), first.get(id))),
      })),
      changes: changed.map((id): Change => describe(id, before, after, parts.effects, shared)),
    };
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}

/** Mean cost of each replicate, by posture. */
type Means = ReadonlyMap<string, readonly number[]>;

interface Parts {
  readonly start: Means;
  readonly end: Means;
  /** By change, then posture: one figure for each replicate. */
  readonly effects: ReadonlyMap<string, Means>;
}

type Evaluate = (made: ReadonlySet<string>) => Promise<Means>;

async function inAllOrders(changed: readonly string[], evaluate: Evaluate): Promise<Parts> {
  const n = changed.length;
  const values: Means[] = [];
  const members = (set: number) => changed.filter((_, k) => ((set >> k) & 1) === 1);
  const sets = Array.from({ length: 1 << n }, (_, set) => set);
  for (const set of sets) values.push(await evaluate(new Set(members(set))));
  const none: Means = new Map();
  const valueOf = (set: number) => values[set] ?? none;
  const effects = changed.map((change, k) => {
    const bit = 1 << k;
    const effect = new Map<string, readonly number[]>();
    for (const set of sets.filter((each) => (each & bit) === 0)) {
      const weight = orderShare(members(set).length, n);
      for (const [posture, means] of valueOf(set + bit)) {
        const step = difference(means, valueOf(set).get(posture));
        const so = effect.get(posture);
        effect.set(
          posture,
          step.map((each, replicate) => (so?.[replicate] ?? 0) + weight * each),
        );
      }
    }
    return [change, effect] as const;
  });
  return { start: valueOf(0), end: valueOf((1 << n) - 1), effects: new Map(effects) };
}

/** The share of all orders of n changes in which exactly some given ones come before a given other: s! (n - 1 - s)! / n!. */
function orderShare(before: number, n: number): number {
  let share = 1 / n;
  for (let k = 1; k <= before; k++) share *= k / (n - k);
  return share;
}

async function inTurn(changed: readonly string[], evaluate: Evaluate): Promise<Parts> {
  const start = await evaluate(new Set());
  const effects = new Map<string, Means>();
  const made = new Set<string>();
  let end = start;
  for (const change of changed) {
    made.add(change);
    const next = await evaluate(made);
    const before = end;
    effects.set(
      change,
      new Map([...next].map(([id, means]) => [id, difference(means, before.get(id))])),
    );
    end = next;
  }
  return { start, end, effects };
}

/** Changed inputs in the order of the model, after everything else that was changed. */
function changesOf(before: ProgramSource, after: ProgramSource): readonly string[] {
  const inputs = Object.keys(after.scenario.inputs).filter((name) => {
    const [a, b] = [before.scenario.inputs[name], after.scenario.inputs[name]];
    return a === undefined || b === undefined || !sameValues(name, before, after);
  });
  const rest = ({ model, postures, scenario, years }: ProgramSource) =>
    canonicalJson({
      version: model.version,
      postures,
      years,
      lines: scenario.lines,
      correlations: scenario.correlations,
      coupling: scenario.run.coupling,
      changes: scenario.changes ?? [],
    });
  return rest(before) === rest(after) ? inputs : [settings, ...inputs];
}

/** Whether an input is the same for every posture and year that both have. */
function sameValues(name: string, before: ProgramSource, after: ProgramSource): boolean {
  const valuesOf = (input: ResolvedInput) =>
    canonicalJson([input.cells, input.times, input.currencyFactor, input.later ?? []]);
  const [a, b] = [reshaped(name, before, after, after), reshaped(name, after, after, after)];
  return valuesOf(a) === valuesOf(b);
}

/**
 * An input as `from` has it, for the postures and years of `shape`. A year that `from` does not
 * reach is as its last; a posture that it does not know is as `other` has it.
 */
function reshaped(
  name: string,
  from: ProgramSource,
  shape: ProgramSource,
  other: ProgramSource,
): ResolvedInput {
  const own = from.scenario.inputs[name] ?? other.scenario.inputs[name];
  const fallback = other.scenario.inputs[name] ?? own;
  if (own === undefined || fallback === undefined) throw new RangeError(`no input ${name}`);
  return withCells(own, (cells) =>
    shape.postures.map((posture) => {
      const index = from.postures.indexOf(posture);
      const row = cells[index] ?? fallback.cells[other.postures.indexOf(posture)] ?? [];
      return Array.from({ length: shape.years }, (_, year) => {
        const cell = row[Math.min(year, row.length - 1)];
        if (cell === undefined) throw new RangeError(`no value for ${name}`);
        return cell;
      });
    }),
  );
}

function describe(
  id: string,
  before: ProgramSource,
  after: ProgramSource,
  effects: ReadonlyMap<string, Means>,
  postures: readonly string[],
): Change {
  const declared = after.model.inputs[id];
  const mean = ({ scenario }: ProgramSource): number | null => {
    const input = scenario.inputs[id];
    const value = input === undefined ? NaN : meanOfInput(input);
    return Number.isNaN(value) ? null : value;
  };
  return {
    id,
    kind: id === settings ? 'settings' : 'input',
    label: declared?.label ?? (id === settings ? 'Horizon, postures, lines and correlations' : id),
    unit: declared?.unit ?? '',
    before: mean(before),
    after: mean(after),
    effects: Object.fromEntries(
      postures.map((posture) => [posture, effectOf(effects.get(id)?.get(posture) ?? [])]),
    ),
  };
}

function difference(
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
): readonly number[] {
  return (a ?? []).map((each, index) => each - (b?.[index] ?? 0));
}

function meanOf(parts: readonly number[] | undefined): number {
  return parts === undefined ? NaN : momentsOf(Float64Array.from(parts)).mean;
}

function effectOf(parts: readonly number[]): { readonly value: number; readonly error: number } {
  return { value: meanOf(parts), error: errorOfReplicates(parts) };
}
