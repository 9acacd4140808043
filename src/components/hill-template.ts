import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { hillOf } from './hill.ts';

/**
 * A distribution as a hill over a line from 0 to 1, for an SVG of 100 by 24: 8 of 10 of it dark, the
 * rest light. `places` are its 50 quantiles on that line.
 */
export function hillTemplate(places: readonly number[]): SVGTemplateResult {
  const points = hillOf(places);
  const path = (part: typeof points): string => {
    const [first, last] = [part[0], part.at(-1)];
    if (first === undefined || last === undefined) return '';
    const line = part.map(
      ({ height, place }) => `${round(100 * place)},${round(24 - 22 * height)}`,
    );
    return `M${round(100 * first.place)},24L${line.join('L')}L${round(100 * last.place)},24Z`;
  };
  // The 5th of 50 quantiles is the 9th percentile, the 46th the 91st.
  return svg`<path class="tails" d=${path(points)} /><path class="core" d=${path(points.slice(5, 46))} />`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
