import { css, html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Future, Ledger } from '../analysis/trial-ledger.ts';
import type { FutureDot } from '../charts/scene.ts';
import { formatMoney } from '../present/format-money.ts';
import { eventInWords, futureClaim, happenings, whichFuture } from '../present/future-in-words.ts';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { MoneyScale } from '../present/money-scale.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { controlStyles } from './control-styles.ts';
import { segmentedStyles, segmentedTemplate } from './segmented-template.ts';
import { tokens } from './tokens.ts';

/** In which a ledger is written: no line of it is too small to be seen. */
function thousands(currency: ShownCurrency): MoneyScale {
  return moneyScale([1e5 * currency.rate], currency);
}

/**
 * One simulated future, year by year: every line and event of a posture, and what the postures cost.
 *
 * @fires tandem-close - It is to be shown no more.
 */
export class TandemLedger extends LitElement {
  static override styles = [
    tokens,
    controlStyles,
    segmentedStyles,
    css`
      :host {
        container-type: inline-size;
        margin-top: 1rem;
        padding: 0.875rem 1rem 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }

      h4 {
        margin: 0;
        font-size: 1.125rem;
        line-height: 1.35;
      }

      p {
        max-width: 68ch;
        margin: 0.375rem 0 0;
        color: var(--quiet);
        font-size: 0.875rem;
      }

      .head {
        display: flex;
        gap: 1rem;
        align-items: start;
        justify-content: space-between;
      }

      .head button {
        flex: none;
      }

      .segmented {
        margin-block: 0.875rem 0.25rem;
      }

      table {
        width: 100%;
        margin-top: 0.5rem;
        font-size: 0.875rem;
      }

      th,
      td {
        padding: 0.25rem 0 0.25rem 0.75rem;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: end;
        vertical-align: baseline;
        white-space: nowrap;
      }

      thead th {
        color: var(--quiet);
      }

      th:first-child {
        padding-inline-start: 0;
        text-align: start;
        white-space: normal;
      }

      tfoot :is(th, td) {
        border-bottom: 0;
        font-weight: 600;
      }

      ul {
        margin: 0.75rem 0 0;
        padding-inline-start: 1.25rem;
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) accessor future: Future | null = null;
  /** The dot that it stands for: its posture is shown first. */
  @property({ attribute: false }) accessor dot: FutureDot | null = null;
  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  @state() private accessor chosen = '';

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('dot')) this.chosen = this.dot?.figure.split('.')[1] ?? '';
  }

  override render(): TemplateResult | typeof nothing {
    const { currency, future, result } = this;
    if (future === null || result === null) return nothing;
    const { ledgers } = future;
    const shown = ledgers.find(({ posture }) => posture === this.chosen) ?? ledgers[0];
    if (shown === undefined) return nothing;
    const scale = moneyScale(
      ledgers.map(({ tco }) => tco),
      currency,
    );
    const name = (id: string) => result.postures.find((each) => each.id === id)?.label ?? id;
    const money = (hkd: number) => formatMoney(hkd, { currency, scale });
    return html`
      <section aria-labelledby="future">
        <div class="head">
          <h4 id="future" aria-live="polite">${futureClaim(future, result, currency)}</h4>
          <button type="button" @click=${() => this.dispatchEvent(new Event('tandem-close'))}>
            Close
          </button>
        </div>
        <p>${whichFuture(future)}</p>
        ${segmentedTemplate({
          legend: 'Posture',
          name: 'posture',
          options: ledgers.map(({ posture, tco }) => ({
            value: posture,
            label: `${name(posture)}: ${money(tco)}`,
          })),
          chosen: shown.posture,
          choose: (value) => {
            this.chosen = value;
          },
        })}
        <p>${happenings(shown, result)}</p>
        ${this.#table(shown, result)} ${this.#events(shown, result)}
      </section>
    `;
  }

  #table({ posture, tco, years }: Ledger, { labels, postures }: Result): TemplateResult {
    const label = postures.find(({ id }) => id === posture)?.label ?? posture;
    const lines = [...new Set(years.flatMap((year) => Object.keys(year.lines)))];
    const scale = thousands(this.currency);
    const amount = (hkd: number) => formatNumber(hkd / scale.size, 0);
    const cell = (hkd: number | undefined) =>
      html`<td>${hkd === undefined ? '–' : amount(hkd)}</td>`;
    const sum = (line: string) => years.reduce((total, year) => total + (year.lines[line] ?? 0), 0);
    return html`<div class="scroll" role="region" aria-label="Year by year, ${label}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${scale.words}</th>
            ${years.map(({ year }) => html`<th scope="col">Year ${year}</th>`)}
            <th scope="col">All years</th>
          </tr>
        </thead>
        <tbody>
          ${lines
            .toSorted((a, b) => sum(b) - sum(a))
            .map(
              (line) =>
                html`<tr>
                  <th scope="row">${labels.lines[line] ?? line}</th>
                  ${years.map((year) => cell(year.lines[line]))}
                  <td>${amount(sum(line))}</td>
                </tr>`,
            )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            ${years.map(({ total }) => cell(total))}
            <td>${amount(tco)}</td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  #events({ years }: Ledger, result: Result): TemplateResult | typeof nothing {
    const told = years.flatMap(({ events, year }) =>
      events.map(
        (event) =>
          `Year ${year}: ${eventInWords(event, result, { currency: this.currency, scale: thousands(this.currency) })}`,
      ),
    );
    return told.length === 0
      ? nothing
      : html`<ul>
          ${told.map((text) => html`<li>${text}</li>`)}
        </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-ledger': TandemLedger;
  }
}
