import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { MovableLine } from '../charts/scene.ts';

/** What is taken hold of to move a picture's line. */
export function handleTemplate(line: MovableLine): SVGTemplateResult {
  const { bottom, from, max, min, to, top, value } = line;
  const x = from + ((value - min) / (max - min)) * (to - from);
  return svg`<g class="handle">
    <line class="hit" x1=${x} x2=${x} y1=${top - 10} y2=${bottom} />
    <circle class="grip" cx=${x} cy=${top} r="9" />
    <path class="arrows" transform=${`translate(${x},${top})`} d="M-2,-4L-6,0L-2,4M2,-4L6,0L2,4" />
  </g>`;
}

/** The same line by slider, by steps and by hand: nobody has to drag. */
export function lineControl(
  { currency, label, max, min, step, value }: MovableLine,
  on: { readonly input: (event: Event) => void; readonly change: (event: Event) => void },
): TemplateResult {
  const shown = (hkd: number) => Number((hkd / currency.rate).toPrecision(12));
  return html`<tandem-slider
    .label=${label}
    .caption=${label}
    .value=${shown(value)}
    .min=${shown(min)}
    .max=${shown(max)}
    .step=${shown(step)}
    .lowest=${shown(min)}
    .highest=${1e12}
    .unit=${'HKD'}
    .currency=${currency.code}
    @input=${on.input}
    @change=${on.change}
  ></tandem-slider>`;
}
