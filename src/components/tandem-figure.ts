import { css, html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Scene } from '../charts/scene.ts';
import { markTemplate } from './scene-template.ts';
import { tokens } from './tokens.ts';

/** Lays a chart out for a width in pixels; null where there is nothing to draw. */
export type DrawScene = (size: { readonly width: number }) => Scene | null;

/**
 * A chart with its claim, its measure, a reading hint, and its numbers as a table.
 *
 * @csspart chart - The drawing.
 * @csspart chart-title - The claim above it.
 */
export class TandemFigure extends LitElement {
  static override styles = [
    tokens,
    css`
      figure {
        margin: 0;
        break-inside: avoid;
      }

      h3 {
        margin: 0;
        font-size: 1.125rem;
        line-height: 1.35;
        text-wrap: balance;
      }

      p {
        margin: 0.25rem 0 0;
        color: var(--quiet);
        font-size: 0.875rem;
      }

      svg {
        display: block;
        width: 100%;
        height: auto;
        margin-block: 1rem 0.5rem;
      }

      text {
        fill: var(--quiet);
        stroke: var(--surface);
        stroke-width: 4px;
        stroke-linejoin: round;
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        /* Letters keep a margin of the page's colour where a line runs behind them. */
        paint-order: stroke;
      }

      .posture-1 {
        fill: var(--posture-1);
      }

      .posture-2 {
        fill: var(--posture-2);
      }

      .posture-3 {
        fill: var(--posture-3);
      }

      .posture-4 {
        fill: var(--posture-4);
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

      summary {
        cursor: pointer;
        padding-block: 0.25rem;
        color: var(--quiet);
        font-size: 0.875rem;
      }

      details {
        margin-top: 0.5rem;
      }

      table {
        min-width: 32rem;
        font-size: 0.875rem;
      }

      th,
      td {
        padding: 0.25rem 0.75rem 0.25rem 0;
        border-bottom: 1px solid var(--line);
        text-align: end;
        font-weight: 400;
      }

      thead th {
        color: var(--quiet);
        vertical-align: bottom;
      }

      th:first-child {
        text-align: start;
      }

      @media print {
        details,
        .hint {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) accessor draw: DrawScene = () => null;
  @state() private accessor width = 0;
  #observer: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      // Whole pixels: an endless series of fractions would draw for ever.
      const width = Math.floor(entry?.contentRect.width ?? 0);
      // In the next frame: a drawing that changes its own height here is an error to the page.
      if (width > 0) requestAnimationFrame(() => (this.width = width));
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  override render(): TemplateResult | typeof nothing {
    const scene = this.width === 0 ? null : this.draw({ width: this.width });
    if (scene === null) return nothing;
    return html`
      <figure>
        <figcaption>
          <h3 id="title" part="chart-title">${scene.title}</h3>
          <p>${scene.subtitle}</p>
        </figcaption>
        <svg
          part="chart"
          role="img"
          aria-labelledby="title"
          aria-describedby="description"
          viewBox="0 0 ${scene.width} ${scene.height}"
        >
          <desc id="description">${scene.description}</desc>
          ${scene.marks.map(markTemplate)}
        </svg>
        <p class="hint">${scene.hint}</p>
        <details>
          <summary>The same numbers as a table</summary>
          ${this.#table(scene)}
        </details>
      </figure>
    `;
  }

  #table({ table, title }: Scene): TemplateResult {
    return html`
      <div class="scroll" role="region" aria-label=${title} tabindex="0">
        <table>
          <thead>
            <tr>
              ${table.head.map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${table.rows.map(
              ([head, ...cells]) => html`
                <tr>
                  <th scope="row">${head}</th>
                  ${cells.map((cell) => html`<td>${cell}</td>`)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-figure': TandemFigure;
  }
}
