import { css, html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import type { Chart, ChartView } from './chart-views.ts';
import { controlStyles } from './control-styles.ts';
import type { DrawScene } from './tandem-figure.ts';
import { tokens } from './tokens.ts';

/** Several pictures of the same thing, one shown at a time. */
export class TandemViews extends LitElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        margin-bottom: 0.75rem;
      }

      @media print {
        .choices {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) accessor views: readonly ChartView[] = [];
  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  /** What the pictures are of, for the group of buttons. */
  @property() accessor label = '';
  /** Without the table and the hint. */
  @property({ type: Boolean }) accessor compact = false;
  @state() private accessor chosen = 0;
  @state() private accessor chart: Chart | null = null;
  #draw: DrawScene = () => null;
  #loading: Promise<void> = Promise.resolve();

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('views') || changed.has('chosen')) this.#loading = this.#load();
    const { chart, currency, result } = this;
    this.#draw =
      chart === null || result === null
        ? () => null
        : (size, options) => chart(result, size, currency, options);
  }

  async #load(): Promise<void> {
    const view = this.views[this.chosen];
    if (view === undefined) return;
    const chart = await view.load();
    // The last choice counts, however long another took.
    if (this.views[this.chosen] === view) this.chart = chart;
  }

  /** Complete when the picture is drawn. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loading;
    await super.getUpdateComplete();
    const figure = this.renderRoot.querySelector('tandem-figure');
    return (await figure?.updateComplete) ?? true;
  }

  override render(): TemplateResult {
    return html`
      ${
        this.views.length < 2
          ? nothing
          : html`<div class="choices" role="group" aria-label=${this.label}>
              ${this.views.map(
                ({ label }, index) =>
                  html`<button
                    type="button"
                    aria-pressed=${index === this.chosen}
                    @click=${() => (this.chosen = index)}
                  >
                    ${label}
                  </button>`,
              )}
            </div>`
      }
      <tandem-figure .draw=${this.#draw} ?compact=${this.compact}></tandem-figure>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-views': TandemViews;
  }
}
