import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { postureMark, postureRole } from '../charts/posture-look.ts';
import { markTemplate } from './scene-template.ts';

/** The mark of a posture, by its place among all, as its pictures have it; nothing for null. */
export function postureMarkTemplate(
  posture: number | null,
  slot: string | typeof nothing = nothing,
): TemplateResult | typeof nothing {
  if (posture === null) return nothing;
  // Pointed shapes reach further than a dot that looks as large.
  return html`<svg
    class="mark"
    slot=${slot}
    viewBox="0 0 12 12"
    overflow="visible"
    aria-hidden="true"
  >
    ${markTemplate(postureMark(postureRole(posture), 6, 6, 5.5))}
  </svg>`;
}
