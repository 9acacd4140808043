import type { Decision } from '../schema/decision.ts';
import { formatMoney } from './format-money.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** Whether anything is worth asking before choosing, and what it may cost at most. */
export interface WorthInWords {
  readonly claim: string;
  readonly sentences: readonly string[];
}

export function worthInWords(
  { drivers, everything, groups, run }: Decision,
  currency: ShownCurrency,
): WorthInWords {
  const money = (hkd: number, error: number) =>
    formatMoney(hkd, { currency, error: Math.max(error, Math.abs(hkd) / 100) });
  const all = groups.find(({ id }) => id === 'all-inputs')?.information;
  const asked = [
    ...drivers.flatMap(({ information, label }) =>
      information === null ? [] : [{ label, ...information }],
    ),
    ...groups
      .filter(({ id, inputs }) => id !== 'all-inputs' && inputs.length > 1)
      .map(({ information, label }) => ({ label: `all of \u201c${label}\u201d`, ...information })),
  ];
  const found = asked
    .filter(({ error, value }) => value > 2 * error)
    .toSorted((a, b) => b.value - a.value);
  const [best] = found;
  const luck =
    everything.value > 2 * everything.error
      ? `Whoever knew all that will happen, luck included, would choose better by ${money(everything.value, everything.error)} on average. No study can be worth more than that (EVPI, standard error ${money(everything.error, 0)}).`
      : 'Even to know all that will happen would not change the choice enough to matter.';
  const isLuck = all === undefined || all.value <= 2 * all.error;
  const together = isLuck
    ? `To know every uncertain input beforehand would be worth next to nothing: ${all === undefined ? '' : `at most ${money(Math.max(all.upper, all.value + 2 * all.error), 0)}. `}The same posture would be chosen whatever they turn out to be. What is left is luck, which nobody can find out.`
    : `To know every uncertain input, but not what luck brings, would be worth ${money(all.value, all.error)}.`;
  const each =
    best === undefined
      ? 'Is it worth asking? No: no single question about an input would change the choice often enough to pay for itself.'
      : `Is it worth asking? Yes, about ${best.label}, as long as the answer costs less than ${money(best.value, best.error)}; what costs more than it is worth is better left unasked.`;
  return {
    claim:
      best === undefined
        ? 'No question about the inputs is worth paying for'
        : `It is most worth asking about ${best.label}: up to ${money(best.value, best.error)}`,
    sentences: [
      each,
      together,
      luck,
      `Worth is over ${run.years} years, from the same futures as the answer.`,
    ],
  };
}
