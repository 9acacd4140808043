import type { Result } from '../schema/result.ts';
import { formatMoney } from './format-money.ts';
import { ofHundreds } from './format-share.ts';
import { moneyScale } from './money-scale.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** What a change did to the cost of a posture, and to its chance of being the cheapest. */
export interface Effect {
  readonly posture: string;
  readonly cost: readonly [before: string, now: string];
  readonly cheapest: readonly [before: string, now: string];
}

/** What lies between two results, for each posture that both know: average cost and chance. */
export function effectInWords(
  before: Result,
  now: Result,
  currency: ShownCurrency,
): readonly Effect[] {
  const costs = [before, now].map(({ outputs }) => outputs['tco'] ?? {});
  const [old = {}, fresh = {}] = costs;
  const means = costs.flatMap((each) => Object.values(each).map(({ mean }) => mean));
  const scale = moneyScale(means, currency);
  const chances = [before, now].map(({ cheapest }) =>
    ofHundreds(now.postures.map(({ id }) => cheapest[id] ?? 0)),
  );
  return now.postures.flatMap(({ id, label }, index): Effect[] => {
    const [a, b] = [old[id], fresh[id]];
    if (a === undefined || b === undefined) return [];
    const money = ({ mean, standardError }: typeof a) =>
      formatMoney(mean, { currency, scale, error: standardError });
    return [
      {
        posture: label,
        cost: [money(a), money(b)],
        cheapest: [chances[0]?.[index] ?? '', chances[1]?.[index] ?? ''],
      },
    ];
  });
}
