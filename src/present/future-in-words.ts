import type { Future, Ledger, LedgerEvent } from '../analysis/trial-ledger.ts';
import type { Result } from '../schema/result.ts';
import { formatMoney } from './format-money.ts';
import { formatNumber } from './format-number.ts';
import { inYears } from './in-years.ts';
import type { MoneyScale } from './money-scale.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** What one future brings: how many events, and which posture it favours. */
export function futureClaim({ ledgers }: Future, result: Result, currency: ShownCurrency): string {
  const name = (id: string) => result.postures.find((each) => each.id === id)?.label ?? id;
  const ranked = ledgers.toSorted((a, b) => a.tco - b.tco);
  const [first, second] = ranked;
  if (first === undefined) return 'Nothing happens in this future';
  if (second === undefined)
    return `In this future ${name(first.posture)} costs ${formatMoney(first.tco, { currency })}`;
  const lead = second.tco - first.tco;
  return lead === 0
    ? `In this future ${name(first.posture)} and ${name(second.posture)} cost the same`
    : `In this future ${name(first.posture)} costs least, by ${formatMoney(lead, { currency, error: lead / 50 })}`;
}

/** Which of how many futures it is. */
export function whichFuture({ trial, trials }: Future): string {
  return `Future ${formatNumber(trial, 0)} of ${formatNumber(trials, 0)}: one that may happen, neither a forecast nor the average. It has the same luck under every posture.`;
}

/** What happens in a ledger, such as `6 events in 5 years: 5 emergency remediations, 1 fine`. */
export function happenings({ years }: Ledger, { labels }: Pick<Result, 'labels'>): string {
  const counts = new Map<string, number>();
  for (const { events } of years)
    for (const { count, name } of events) counts.set(name, (counts.get(name) ?? 0) + count);
  if (counts.size === 0) return `Nothing happens in ${inYears(years.length)}: running costs alone.`;
  const each = [...counts].map(([name, count]) => `${labels.events[name] ?? name} ${count}\u00d7`);
  return `In ${inYears(years.length)}: ${each.join(', ')}.`;
}

/** One event of a year in words: how often, what each cost, and what it would have cost before caps. */
export function eventInWords(
  { amounts, count, drawn, name }: LedgerEvent,
  { inputs, labels }: Pick<Result, 'inputs' | 'labels'>,
  { currency, scale }: { readonly currency: ShownCurrency; readonly scale: MoneyScale },
): string {
  const money = (hkd: number) => formatMoney(hkd, { currency, scale, error: scale.size / 100 });
  const each = Object.values(amounts)
    .filter((values) => values.length > 0)
    .map((values) => values.map(money).join(' + '));
  const paid = new Set(Object.values(amounts).flat());
  const before = Object.entries(drawn)
    .filter(([, values]) => values.some((value) => !paid.has(value)))
    .map(([input, values]) => `${inputs[input]?.label ?? input} ${values.map(money).join(' + ')}`);
  const times = count === 1 ? '' : ` ${count}\u00d7`;
  return `${labels.events[name] ?? name}${times}: ${each.join('; ')}${before.length === 0 ? '' : ` (drawn before caps: ${before.join('; ')})`}`;
}
