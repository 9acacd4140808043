import type { Decision } from '../schema/decision.ts';
import type { Result } from '../schema/result.ts';
import { formatMoney } from './format-money.ts';
import { formatNumber } from './format-number.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** How sure the simulated figures are, in sentences: our error, not that of the world. */
export function surenessSentences(
  { settled }: Decision,
  result: Result,
  currency: ShownCurrency,
): readonly string[] {
  const { trials, sampling } = result.manifest;
  const costs = result.outputs['tco'] ?? {};
  const errors = result.postures.flatMap(({ id, label }) => {
    const error = costs[id]?.standardError;
    return error === undefined ? [] : [{ label, error: 2 * error }];
  });
  const chance = Math.max(0, ...Object.values(result.cheapestErrors));
  const money = (hkd: number) => formatMoney(Number(hkd.toPrecision(2)), { currency });
  return [
    ...settled.map(({ claim, confidence, isSettled, trials: after }) =>
      isSettled
        ? `${claim}: settled after ${formatNumber(after ?? 0, 0)} futures, ${formatNumber(100 * confidence, 0)}\u00a0% sure.`
        : `${claim}: not settled by these futures.`,
    ),
    ...(errors.length === 0
      ? []
      : [
          `With ${formatNumber(trials, 0)} ${sampling === 'sobol' ? 'evenly spread ' : ''}futures the average costs are simulated to within ${errors
            .map(({ error, label }) => `${money(error)} (${label})`)
            .join(
              ', ',
            )}, and the chances of being cheapest to within ${pointsInWords(200 * chance)} of 100: two standard errors each way.`,
        ]),
    'That is how well the figures follow from the inputs. How well the inputs fit the world is another matter: see below what they imply and what they rest on.',
  ];
}

function pointsInWords(points: number): string {
  if (points < 0.05) return 'less than 0.1';
  return formatNumber(points, points < 1 ? 2 : 1);
}
