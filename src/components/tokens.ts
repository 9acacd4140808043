import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';
import { darkPalette, lightPalette } from '../charts/palette.ts';
import type { Palette } from '../charts/palette.ts';
import { postureRoles } from '../charts/scene.ts';

/** Follows the colour scheme of the page that the element stands in, never the system's alone. */
function colour(role: keyof Palette): CSSResult {
  return unsafeCSS(`light-dark(${lightPalette[role]}, ${darkPalette[role]})`);
}

/** A page may set each: the first as --tandem-color-a, the last as --tandem-color-f. */
const coloursOfPostures = unsafeCSS(
  postureRoles
    .map(
      (role, index) =>
        `--${role}: var(--tandem-color-${'abcdef'[index]}, ${colour(role).cssText});`,
    )
    .join(' '),
);

/** What all elements share: names for colours and sizes, which a page may set as `--tandem-*`. */
export const tokens = css`
  :host {
    ${coloursOfPostures}
    --ink: var(--tandem-ink, ${colour('strong')});
    --quiet: var(--tandem-ink-quiet, ${colour('label')});
    --surface: var(--tandem-surface, ${colour('surface')});
    --line: var(--tandem-line, ${colour('grid')});
    --axis: var(--tandem-axis, ${colour('axis')});
    --alarm: var(--tandem-alarm, light-dark(#8c1d18, #ffb4a9));
    --faint: light-dark(#767b84, #8b919b);
    --hover: light-dark(#eef0f3, #242933);
    --space: var(--tandem-space, 1rem);
    --radius: var(--tandem-radius, 0.375rem);
    display: block;
    color: var(--ink);
    font-family: var(--tandem-font, system-ui, sans-serif);
    line-height: 1.5;
  }

  :host([hidden]) {
    display: none;
  }

  @media print {
    :host {
      color-scheme: light;
    }
  }

  @media (forced-colors: active) {
    :host {
      ${unsafeCSS(postureRoles.map((role) => `--${role}: CanvasText;`).join(' '))}
      --ink: CanvasText;
      --quiet: CanvasText;
      --surface: Canvas;
      --line: GrayText;
      --axis: CanvasText;
      --alarm: CanvasText;
      --faint: GrayText;
      --hover: Canvas;
    }
  }

  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .scroll {
    overflow-x: auto;
  }

  :focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
`;
