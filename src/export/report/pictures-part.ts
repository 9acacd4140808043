import { costBridge } from '../../charts/cost-bridge.ts';
import { costDotplot } from '../../charts/cost-dotplot.ts';
import { cumulativeCost } from '../../charts/cumulative-cost.ts';
import { driversTornado } from '../../charts/drivers-tornado.ts';
import { savingDotplot } from '../../charts/saving-dotplot.ts';
import { markup } from './markup.ts';
import { driversSentence, turnsPart } from './turns-part.ts';
import type { Markup } from './markup.ts';
import { aboutPart, limitsPart } from './method-part.ts';
import { picture } from './picture.ts';
import type { ReportParts } from './report-parts.ts';
import { toldFigure } from './told-figure.ts';

/** What each posture may cost, what the difference may be, and what neither of them shows. */
export function spreadPart(parts: ReportParts): Markup {
  const { currency, result } = parts;
  return markup`<div class="pair">${picture((width) => costDotplot(result, { width }, currency))}<div>${picture(
    (width) => savingDotplot(result, { width }, currency),
  )}${limitsPart(parts)}${aboutPart(parts)}</div></div>`;
}

/** Why the postures differ, when the money is spent, what moves the difference and where it turns. */
export function reasonPart(parts: ReportParts): Markup {
  const { currency, decision, result } = parts;
  const told = toldFigure(decision);
  return markup`<section aria-labelledby="why"><h2 id="why">Why they differ, and what drives it</h2><div class="pair"><div>${picture((width) => costBridge(result, { width }, currency))}${turnsPart(parts)}</div><div>${picture((width) => cumulativeCost(result, { width }, currency))}${picture(
    (width) => driversTornado(decision, told, { width }, currency),
  )}<p>${driversSentence(decision)}</p></div></div></section>`;
}
