import type { Attribution } from '../schema/difference.ts';
import { formatMoney } from './format-money.ts';
import { formatNumber } from './format-number.ts';
import { formatQuantity } from './format-quantity.ts';
import { moneyScale } from './money-scale.ts';
import { hongKongDollars } from './shown-currency.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** One change between two scenarios, or a total, with what it does to each posture's mean cost. */
export interface DifferenceRow {
  readonly label: string;
  readonly cells: readonly string[];
  readonly strong: boolean;
}

/** What changed, in words, such as `Cost of an audit: HK$250 k to HK$300 k`. */
export function changeLabel(
  { after, before, kind, label, unit }: Attribution['changes'][number],
  currency: ShownCurrency = hongKongDollars,
): string {
  if (kind === 'settings') return label;
  const show = (value: number | null) =>
    value === null ? 'other words' : formatQuantity(value, unit, currency);
  if (before === null && after === null) return label;
  const [from, to] = [show(before), show(after)];
  return from === to ? `${label}: spread or other postures` : `${label}: ${from} to ${to}`;
}

/** How one scenario's mean costs become another's, change by change, the weightiest first. */
export function differenceRows(
  { changes, postures }: Attribution,
  names: { readonly before: string; readonly after: string },
  currency: ShownCurrency,
): readonly DifferenceRow[] {
  const scale = moneyScale(
    postures.flatMap((each) => [each.before, each.after]),
    currency,
  );
  const money = (hkd: number, error: number) => formatMoney(hkd, { currency, scale, error });
  const signed = ({ error, value }: { readonly value: number; readonly error: number }) => {
    const text = money(value, Math.max(error, scale.size / 1000));
    return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  };
  const weight = ({ effects }: Attribution['changes'][number]) =>
    Math.max(0, ...Object.values(effects).map(({ value }) => Math.abs(value)));
  return [
    {
      label: names.before,
      strong: true,
      cells: postures.map((each) => money(each.before, each.change.error)),
    },
    ...changes
      .filter(({ effects }) => Object.values(effects).some(isFelt))
      .toSorted((a, b) => weight(b) - weight(a))
      .map((change) => ({
        label: changeLabel(change, currency),
        strong: false,
        cells: postures.map(({ id }) => signed(change.effects[id] ?? { value: 0, error: 0 })),
      })),
    {
      label: names.after,
      strong: true,
      cells: postures.map((each) => money(each.after, each.change.error)),
    },
    { label: 'All changes', strong: true, cells: postures.map(({ change }) => signed(change)) },
  ];
}

/** Half of what the last digit of a table of millions shows. */
const leastFelt = 5000;

function isFelt({ error, value }: { readonly value: number; readonly error: number }): boolean {
  return Math.abs(value) >= leastFelt && Math.abs(value) > 2 * error;
}

/** Changes that do nothing to any mean cost that could be told from nothing, in a sentence; '' where there is none. */
export function unfeltChanges({ changes }: Attribution): string {
  const unfelt = changes.filter(({ effects }) => !Object.values(effects).some(isFelt));
  if (unfelt.length === 0) return '';
  return `Changed too, but hardly felt in any mean cost: ${unfelt.map(({ label }) => label).join(', ')}.`;
}

/** How the effects were told apart. */
export function differenceMethod({ method, trials }: Attribution): string {
  const how =
    method === 'shapley'
      ? 'Each effect is its mean over all orders of the changes'
      : 'The changes are made one after another, in the order of the model';
  return `${how}, in ${formatNumber(trials, 0)} futures with the same luck before and after.`;
}
