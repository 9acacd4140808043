import { css, unsafeCSS } from 'lit';
import { areaOpacity, dashes } from '../charts/line-look.ts';
import { darkPalette, lightPalette } from '../charts/palette.ts';
import { postureRoles } from '../charts/scene.ts';
import type { CategoryRole } from '../charts/scene.ts';

const categories: readonly CategoryRole[] = [
  'category-1',
  'category-2',
  'category-3',
  'category-4',
  'category-5',
  'category-6',
  'category-7',
  'category-8',
];

/** How marks look by their roles: colours, and for lines their dashes. */
export const roleStyles = [
  ...postureRoles.map(
    (role) => css`
      .${unsafeCSS(role)} {
        fill: var(--${unsafeCSS(role)});
      }

      .line.${unsafeCSS(role)} {
        fill: none;
        stroke: var(--${unsafeCSS(role)});
        stroke-dasharray: ${unsafeCSS(dashes[role] === '' ? 'none' : dashes[role])};
      }
    `,
  ),
  ...[...categories, 'less' as const, 'more' as const, 'total' as const].map(
    (role) => css`
      .${unsafeCSS(role)} {
        fill: light-dark(${unsafeCSS(lightPalette[role])}, ${unsafeCSS(darkPalette[role])});
      }
    `,
  ),
  css`
    .line {
      stroke-width: 2.5px;
      stroke-linejoin: round;
    }

    .area.outer {
      fill-opacity: ${unsafeCSS(String(areaOpacity.outer))};
    }

    .area.inner {
      fill-opacity: ${unsafeCSS(String(areaOpacity.inner))};
    }

    text.inside {
      fill: light-dark(#ffffff, #16181d);
      stroke: none;
    }

    .strong {
      fill: var(--ink);
      font-weight: 600;
    }

    .axis {
      stroke: var(--axis);
    }

    .grid {
      stroke: var(--line);
    }

    .zero {
      stroke: var(--ink);
      stroke-width: 1.5px;
    }

    @media (forced-colors: active) {
      .less,
      .more,
      .total,
      [class^='category-'] {
        fill: CanvasText;
        stroke: Canvas;
      }

      text.inside {
        fill: Canvas;
      }
    }
  `,
];
