import type { Briefing } from '../schema/briefing.ts';
import type { DerivedInput } from '../schema/law-result.ts';
import type { Result } from '../schema/result.ts';
import { formatMoney } from './format-money.ts';
import { formatQuantity } from './format-quantity.ts';
import { rangeInWords } from './law-in-words.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** An input that the law sets, or would. */
export interface DerivedRow {
  readonly input: string;
  readonly label: string;
  /** Whether the run takes it, and above which rules the scenario stands where it does not. */
  readonly status: string;
  readonly isUsed: boolean;
  /** In the order of the postures. */
  readonly values: readonly string[];
  /** The cost lines that it feeds, with what they come to on average; the dearest first. */
  readonly feeds: readonly string[];
}

const most = 3;

/** What the law sets in the cost model, in words. */
export function derivedInWords(
  derived: readonly DerivedInput[],
  result: Result,
  briefing: Briefing,
  currency: ShownCurrency,
): readonly DerivedRow[] {
  return derived.map((each) => ({
    input: each.input,
    label: each.label,
    status: statusOf(each),
    isUsed: each.status === 'used',
    values: result.postures.map(({ id }) => {
      const value = each.values[id] ?? each.values['all'];
      return value === undefined
        ? ''
        : rangeInWords(value, (amount) => formatQuantity(amount, each.unit, currency));
    }),
    feeds: linesFedBy(each.input, briefing)
      .flatMap((line) => {
        const means = result.postures.map(({ id }) => result.lines[id]?.[line]?.mean ?? 0);
        const label = result.labels.lines[line];
        return label === undefined
          ? []
          : [{ label, means, size: Math.max(...means.map(Math.abs)) }];
      })
      .toSorted((a, b) => b.size - a.size)
      .slice(0, most)
      .map(
        ({ label, means }) =>
          `${label} (${means.map((mean) => formatMoney(mean, { currency, error: Math.abs(mean) / 50 })).join(', ')})`,
      ),
  }));
}

function statusOf({ rules, status, steps }: DerivedInput): string {
  const holding = new Set(Object.values(steps).flatMap((each) => each.map(({ rule }) => rule)));
  const by = (status === 'used' ? [...holding] : rules).join(', ');
  switch (status) {
    case 'used':
      return by === '' ? 'nothing asks for it' : `set by ${by}`;
    case 'overridden':
      return `override of ${rules.length === 1 ? 'rule' : 'rules'} ${by}: the scenario gives its own figure`;
    case 'shown':
      return 'shown only: the scenario keeps its own figure';
  }
}

/** The lines whose formulas name an input, straight or through what else names it. */
function linesFedBy(input: string, { formulas }: Briefing): readonly string[] {
  const reached = new Set([input]);
  for (const name of reached) {
    // An event is named by its parts: what moves its rate moves its count.
    const [event = name] = name.split('.');
    const named = new RegExp(`(?<![\\w.])${event}(?!\\w)`);
    for (const [other, { formula }] of Object.entries(formulas))
      if (named.test(formula)) reached.add(other);
  }
  return [...reached].filter((name) => name !== input && !name.includes('.'));
}
