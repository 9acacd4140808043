import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { Mark } from '../charts/scene.ts';

/** A mark as SVG; its role is its class, so that the style sheet gives it its colours. */
export function markTemplate(mark: Mark): SVGTemplateResult {
  switch (mark.kind) {
    case 'group':
      return svg`<g transform=${mark.y === undefined ? nothing : `translate(0,${mark.y})`}>${mark.marks.map(markTemplate)}</g>`;
    case 'path':
      return svg`<path class=${mark.role} transform=${`translate(${mark.x},${mark.y})`} d=${mark.d} />`;
    case 'line':
      return svg`<path class="line ${mark.role}" d=${mark.d} />`;
    case 'area':
      return svg`<path class="area ${mark.role} ${mark.weight}" d=${mark.d} />`;
    case 'rect':
      return svg`<rect class=${mark.role} x=${mark.x} y=${mark.y} width=${mark.width} height=${mark.height} />`;
    case 'dot':
      return svg`<circle class=${mark.role} cx=${mark.x} cy=${mark.y} r=${mark.radius} />`;
    case 'rule':
      return svg`<line class=${mark.role} x1=${mark.x1} y1=${mark.y1} x2=${mark.x2} y2=${mark.y2} />`;
    case 'text':
      return svg`<text class=${mark.role} x=${mark.x} y=${mark.y} text-anchor=${mark.anchor}>${mark.text}</text>`;
  }
  return mark satisfies never;
}
