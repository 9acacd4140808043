import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { provenance } from '../present/provenance.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import type { Chart, ChartView } from './chart-views.ts';
import { controlStyles } from './control-styles.ts';
import { nothingYet } from './tandem-figure.ts';
import type { DrawScene } from './tandem-figure.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';

/** Several pictures of the same thing, one shown at a time. */
export class TandemViews extends UnhurriedElement {
  static override styles = [
    tokens,
    controlStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem 1.25rem;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 0.75rem;
        padding-top: 0.5rem;
        border-top: 1px solid var(--line);
      }

      .head h3 {
        margin: 0;
        color: var(--quiet);
        font-size: 0.9375rem;
        font-weight: 600;
        line-height: 1.3;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }

      @media print {
        .head {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) accessor views: readonly ChartView[] = [];
  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false, hasChanged: isAnother })
  accessor currency: ShownCurrency = hongKongDollars;
  /** What the pictures are of; '' for no heading and no choice. */
  @property() accessor label = '';
  /** Without the table and the hint. */
  @property({ type: Boolean }) accessor compact = false;
  /** Whether somebody shows the future that a dot stands for. */
  @property({ type: Boolean }) accessor futures = false;
  /** The view that a person chose; the first unless it is there. */
  @state() private accessor chosen: string | null = null;
  @state() private accessor chart: Chart | null = null;
  @state() private accessor failure = '';
  /** The view whose chart is drawn, or is being fetched. */
  #loaded: string | null = null;
  #draw: DrawScene = nothingYet;
  #loading: Promise<void> = Promise.resolve();

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('views') || changed.has('chosen')) this.#loading = this.#load();
    const { chart, currency, result } = this;
    // A picture is drawn anew for what it shows alone: what was said of it stays until then.
    const isNew = (['chart', 'currency', 'result'] as const).some((name) => changed.has(name));
    if (!isNew) return;
    this.#draw =
      chart === null || result === null
        ? nothingYet
        : (size, options) => chart(result, size, currency, options);
  }

  get #view(): ChartView | undefined {
    return this.views.find(({ id }) => id === this.chosen) ?? this.views[0];
  }

  async #load(): Promise<void> {
    const view = this.#view;
    if (view === undefined || view.id === this.#loaded) return;
    this.#loaded = view.id;
    this.failure = '';
    try {
      const chart = await view.load();
      // The last choice counts, however long another took.
      if (this.#loaded === view.id) this.chart = chart;
    } catch {
      if (this.#loaded !== view.id) return;
      this.#loaded = null;
      this.failure = `The picture \u201c${view.label}\u201d could not be fetched. Check the connection, then choose it again.`;
    }
  }

  #choose(id: string): void {
    this.chosen = id;
    // Chosen again after it could not be fetched.
    if (this.#loaded === null) this.#loading = this.#load();
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
        this.label === ''
          ? nothing
          : html`<div class="head">
              <h3>${this.label}</h3>
              ${this.#choices()}
            </div>`
      }
      ${this.failure === '' ? nothing : html`<p role="alert">${this.failure}</p>`}
      <tandem-figure
        exportparts="chart, chart-title"
        .draw=${this.#draw}
        .source=${this.result === null ? '' : provenance(this.result)}
        ?compact=${this.compact}
        ?futures=${this.futures && this.#view === this.views[0]}
      ></tandem-figure>
    `;
  }

  #choices(): TemplateResult | typeof nothing {
    return this.views.length < 2
      ? nothing
      : html`<div class="choices" role="group" aria-label=${this.label}>
          ${this.views.map(
            ({ id, label }) =>
              html`<button
                type="button"
                aria-pressed=${id === this.#view?.id}
                @click=${() => this.#choose(id)}
              >
                ${label}
              </button>`,
          )}
        </div>`;
  }
}

function isAnother(now: ShownCurrency, before?: ShownCurrency): boolean {
  return now.code !== before?.code || now.rate !== before.rate;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-views': TandemViews;
  }
}
