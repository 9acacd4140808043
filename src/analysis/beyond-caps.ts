import { makeDistribution } from '../numeric/distributions/standardise.ts';
import type { BeyondCap } from '../schema/decision.ts';
import type { ResolvedScenario } from '../schema/resolved.ts';
import { meanOfCell } from './pin-input.ts';

/** Inputs that a cap limits, by the name of the cap. */
export type Caps = Readonly<Record<string, string>>;

/** Caps of the compliance model. */
export const usualCaps: Caps = { fineCap: 'fineAmount' };

/** How much of each amount lies beyond its cap, posture by posture. */
export function beyondCapsOf(
  { inputs, postures }: ResolvedScenario,
  caps: Caps = usualCaps,
): BeyondCap[] {
  return Object.entries(caps).flatMap(([cap, input]) => {
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
  });
}
