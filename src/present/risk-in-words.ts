import type { Decision } from '../schema/decision.ts';
import { postureName } from './posture-name.ts';
import { formatMoney } from './format-money.ts';
import { formatPercent } from './format-share.ts';
import { moneyScale } from './money-scale.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** How much worse a posture does than the best of each future. */
export interface RegretRow {
  readonly posture: string;
  readonly mean: string;
  /** In one of ten futures it is more. */
  readonly often: string;
  readonly largest: string;
}

/** Regret, the least first. */
export function regretRows(decision: Decision, currency: ShownCurrency): readonly RegretRow[] {
  const entries = Object.entries(decision.risk.regret);
  const scale = moneyScale(
    entries.flatMap(([, { mean, p90 }]) => [mean, p90]),
    currency,
  );
  const money = (hkd: number, error: number) =>
    formatMoney(hkd, { currency, scale, error: Math.max(error, scale.size / 100) });
  return entries
    .toSorted((a, b) => a[1].mean - b[1].mean)
    .map(([id, { error, largest, mean, p90 }]) => ({
      posture: postureName(decision, id),
      mean: money(mean, error),
      often: money(p90, error),
      largest: money(largest, scale.size / 10),
    }));
}

/** `Dual is off the best choice by the least: HK$0.16 M on average`. */
export function regretClaim(decision: Decision, currency: ShownCurrency): string {
  const [least] = regretRows(decision, currency);
  return least === undefined
    ? ''
    : `${least.posture} misses the best choice by the least: ${least.mean} on average`;
}

/** What holds for whoever dislikes risk, in sentences. */
export function riskSentences(decision: Decision): readonly string[] {
  const { best, postures, risk } = decision;
  const name = (id: string) => postureName(decision, id);
  const over = (order: 1 | 2) =>
    risk.dominance.filter((each) => each.posture === best && each.order === order);
  const names = (list: readonly { readonly over: string }[]) =>
    list.map((each) => name(each.over)).join(' and ');
  const [first, second] = [over(1), over(2)];
  const others = postures.filter(
    ({ id }) =>
      id !== best && !risk.dominance.some((each) => each.posture === best && each.over === id),
  );
  const { ties } = risk.aversion;
  const [tie] = ties;
  return [
    ...(first.length === 0
      ? []
      : [
          `Whatever budget is set, ${name(best)} exceeds it no more often than ${names(first)} in these futures.`,
        ]),
    ...(second.length === 0
      ? []
      : [
          `Whoever dislikes risk, however much, is better off with ${name(best)} than with ${names(second)}: its bad futures are not worse in sum.`,
        ]),
    ...(others.length === 0
      ? []
      : [
          `Against ${others.map(({ label }) => label).join(' and ')} it depends on the taste for risk: ${name(best)} is cheaper on average, but its very worst futures are dearer.`,
        ]),
    tie === undefined
      ? `Counting the worst 5 % of futures alone, instead of the average, ${name(best)} would still be chosen.`
      : `Whoever gives the worst 5 % of futures more than ${formatPercent(tie.value)} of the weight, and the average the rest, would choose ${name(tie.best)}.`,
  ];
}
