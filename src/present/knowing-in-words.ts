import type { Decision } from '../schema/decision.ts';
import { formatNumber } from './format-number.ts';

interface Bounds {
  readonly value: number;
  readonly error: number;
  readonly upper: number;
}

/** Bounds nearer to each other than this part of what knowing everything is worth tell it well. */
const near = 0.1;

/** Whether an amount is told from nothing by its error. */
export function isWorth({ error, value }: { readonly error: number; readonly value: number }) {
  return value > 2 * error;
}

/** What knowing all uncertain inputs is worth; null where there are none with a part in a cost. */
function worthOfInputs({ groups }: Pick<Decision, 'groups'>): Bounds | null {
  return groups.find(({ id }) => id === 'all-inputs')?.information ?? null;
}

/**
 * What it is worth to know all that will happen before choosing, what of it inputs can tell, and
 * what is luck: that is said only as far as the bounds of what inputs tell leave it to events.
 */
export function knowingInWords(
  decision: Pick<Decision, 'everything' | 'groups'>,
  money: (hkd: number, error: number) => string,
): string {
  const { everything } = decision;
  const told = (worth: { readonly error: number; readonly value: number }) =>
    isWorth(worth) ? money(worth.value, worth.error) : 'nothing that can be told from zero';
  const inputs = worthOfInputs(decision);
  const start = `To know all that will happen before choosing would be worth ${told(everything)}`;
  if (!isWorth(everything)) return `${start}.`;
  if (inputs === null)
    return `${start} on average (EVPI). No input with a range has a part in a cost: all of that is luck.`;
  if (inputs.value === everything.value)
    return `${start} on average (EVPI). Nothing but inputs is uncertain here: to know all uncertain inputs is worth as much.`;
  const least = isWorth(inputs) ? [`at least ${told(inputs)}`] : [];
  const most =
    inputs.upper < everything.value ? [`at most ${money(inputs.upper, inputs.upper / 20)}`] : [];
  const known = [...least, ...most].join(', ') || told(inputs);
  return `${start} on average (EVPI); to know all uncertain inputs, ${known}. ${luckOf(everything, inputs, money)}`;
}

/** What of the worth of knowing everything no input can tell. */
function luckOf(
  everything: { readonly value: number; readonly error: number },
  inputs: Bounds,
  money: (hkd: number, error: number) => string,
): string {
  if (inputs.upper - inputs.value <= near * everything.value)
    return 'The rest is luck, which nobody can find out.';
  const least = everything.value - inputs.upper;
  return least > 2 * everything.error
    ? `At least ${money(least, everything.error)} is luck, which nobody can find out; whether more of it is, these futures do not tell.`
    : 'How much of the rest is luck, these futures do not tell.';
}

/** That nothing is told of inputs for which no range is given; null where all have one. */
export function withoutRangeInWords({ certain }: Pick<Decision, 'certain'>): string | null {
  if (certain.length === 0) return null;
  return certain.length === 1
    ? 'One input has no range given: what it would be worth to know it better is not told.'
    : `${formatNumber(certain.length, 0)} inputs have no range given: what it would be worth to know them better is not told.`;
}
