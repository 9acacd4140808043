import type { BeyondCap } from '../schema/decision.ts';
import type { Plausibility } from '../schema/plausibility.ts';
import type { Result } from '../schema/result.ts';

/**
 * What a result implies beyond its costs: how often events happen, how much of an amount lies
 * beyond its cap, and how often a year costs more than the turnover (HK$; null where unknown).
 */
export function plausibilityOf(
  result: Result,
  beyondCaps: readonly BeyondCap[],
  turnover: number | null,
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
    beyondCaps,
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
