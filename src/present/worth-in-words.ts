import type { Decision } from '../schema/decision.ts';
import { formatMoney } from './format-money.ts';
import { isWorth, knowingInWords, withoutRangeInWords } from './knowing-in-words.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** Whether anything is worth asking before choosing, and what it may cost. */
export interface WorthInWords {
  readonly claim: string;
  readonly sentences: readonly string[];
}

export function worthInWords(decision: Decision, currency: ShownCurrency): WorthInWords {
  const { drivers, groups, run } = decision;
  const money = (hkd: number, error: number) =>
    formatMoney(hkd, { currency, error: Math.max(error, Math.abs(hkd) / 100) });
  const asked = [
    ...drivers.flatMap(({ information, label }) =>
      information === null ? [] : [{ label, ...information }],
    ),
    ...groups
      .filter(({ id, inputs }) => id !== 'all-inputs' && inputs.length > 1)
      .map(({ information, label }) => ({ label: `all of \u201c${label}\u201d`, ...information })),
  ];
  const [best] = asked.filter(isWorth).toSorted((a, b) => b.value - a.value);
  const range = withoutRangeInWords(decision);
  const most = Math.max(0, ...asked.map(({ upper }) => upper));
  const bound = most < decision.everything.value / 2 ? money(most, most / 20) : null;
  const none =
    asked.length === 0
      ? 'Is it worth asking? That cannot be told: no input with a range has a part in a cost.'
      : bound === null
        ? 'Is it worth asking? About no uncertain input, as far as these futures tell: the answer would not change the choice often enough to be told from nothing.'
        : `Is it worth asking? Hardly: no answer about an uncertain input is worth more than ${bound}.`;
  const each =
    best === undefined
      ? none
      : `Is it worth asking? Yes, about ${best.label}: the answer is worth at least ${money(best.value, best.error)}, so that it pays to ask for less.`;
  return {
    claim:
      best === undefined
        ? asked.length === 0
          ? 'What asking would be worth cannot be told: no input has a range given'
          : bound === null
            ? 'No question about an uncertain input is worth anything that can be told'
            : `No question about an uncertain input is worth more than ${bound}`
        : `It is most worth asking about ${best.label}: at least ${money(best.value, best.error)}`,
    sentences: [
      each,
      knowingInWords(decision, money),
      ...(range === null ? [] : [range]),
      `Worth is over ${run.years} years, from the same futures as the answer.`,
    ],
  };
}
