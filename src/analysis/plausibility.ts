import { makeDistribution } from '../numeric/distributions/standardise.ts';
import type { ResolvedScenario } from '../schema/resolved.ts';
import type { Plausibility } from '../schema/plausibility.ts';
import type { Result } from '../schema/result.ts';
import { meanOfCell } from './pin-input.ts';

/** Inputs that a cap limits, by the name of the cap. */
export type Caps = Readonly<Record<string, string>>;

/** Caps of the compliance model. */
export const usualCaps: Caps = { fineCap: 'fineAmount' };

/**
 * What a result implies beyond its costs: how often events happen, how much of an amount lies
 * beyond its cap, and how often a year costs more than the turnover (HK$; null where unknown).
 */
export function plausibilityOf(
  result: Result,
  scenario: ResolvedScenario,
  turnover: number | null,
  caps: Caps = usualCaps,
): Plausibility {
  const { years } = result.manifest;
  return {
    years,
    events: Object.entries(result.events).flatMap(([posture, events]) =>
      Object.entries(events).map(([event, { mean, probabilityNone }]) => ({
        event,
        posture,
        mean,
        chance: 1 - probabilityNone,
        returnPeriod: mean > 0 ? years / mean : null,
      })),
    ),
    beyondCaps: Object.entries(caps).flatMap(([cap, input]) => beyondCap(scenario, cap, input)),
    ruin:
      turnover === null
        ? []
        : result.postures.flatMap(({ id }) => {
            const worst = result.outputs['worstYear']?.[id];
            // 50 quantiles tell a chance to 1 in 50; what none of them reaches is told by the largest.
            if (worst === undefined) return [];
            const above = worst.dots.filter((dot) => dot > turnover).length / worst.dots.length;
            const chance = above > 0 || worst.max <= turnover ? above : 1 / result.manifest.trials;
            return [{ posture: id, turnover, chance }];
          }),
  };
}

function beyondCap(
  { inputs, postures }: ResolvedScenario,
  cap: string,
  input: string,
): Plausibility['beyondCaps'] {
  const [limit, amount] = [inputs[cap], inputs[input]];
  if (limit === undefined || amount === undefined) return [];
  return postures.flatMap(({ id }, posture) => {
    const most = limit.cells[posture]?.[0];
    const cell = amount.cells[posture]?.[0];
    if (most === undefined || cell?.kind !== 'distribution') return [];
    const capAmount = meanOfCell(most) * limit.currencyFactor;
    const share = 1 - makeDistribution(cell.spec).cdf(capAmount / amount.currencyFactor);
    return share > 0 ? [{ input, cap, posture: id, capAmount, share }] : [];
  });
}
