import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import { switchingRows, switchingSentence } from '../present/switching.ts';
import type { Result } from '../schema/result.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';
import { isFound, searchInWords } from './switching-search.ts';
import type { SwitchingSearch } from './switching-search.ts';

const most = 5;

/** What would change the answer: for each input how far it is from another posture costing least. */
export class TandemSwitching extends UnhurriedElement {
  static override styles = [
    tokens,
    css`
      :host {
        min-height: 8rem;
      }

      p {
        max-width: 68ch;
        margin: 0 0 0.75rem;
      }

      table {
        width: 100%;
        font-size: 0.9375rem;
      }

      th,
      td {
        padding: 0.375rem 1rem 0.375rem 0;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: start;
        vertical-align: baseline;
      }

      thead th {
        color: var(--quiet);
        font-size: 0.875rem;
      }

      @container (max-width: 40rem) {
        table {
          font-size: 0.8125rem;
        }

        th,
        td {
          padding-inline-end: 0.5rem;
        }

        .quiet {
          display: none;
        }
      }

      @media print {
        :host {
          min-height: 0;
        }

        p:not(:only-child) {
          display: none;
        }

        p {
          font-size: 0.6875rem;
        }

        table {
          font-size: 0.625rem;
          line-height: 1.25;
        }

        th,
        td {
          padding: 0.0625rem 0.5rem 0.0625rem 0;
        }

        thead th {
          font-size: inherit;
        }

        .quiet {
          display: none;
        }
      }

      .quiet {
        color: var(--quiet);
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  /** null while it is being found out; why it could not be, where that failed. */
  @property({ attribute: false }) accessor values: SwitchingSearch = null;

  override render(): TemplateResult | typeof nothing {
    const { currency, result, values } = this;
    if (result === null) return nothing;
    if (!isFound(values)) return html`<p>${searchInWords(values)}</p>`;
    const rows = switchingRows(result, values, currency).slice(0, most);
    if (rows.length === 0) return html`<p>${switchingSentence(result, values, currency)}</p>`;
    return html`
      <p>
        Each input is changed alone, all of its values by the same share, everything else as it is,
        until another posture costs least on average.
      </p>
      <div class="scroll" role="region" aria-label="What would change the answer" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col">Now (the highest posture)</th>
              <th scope="col">The answer changes at</th>
              <th scope="col">Then costs least</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ best, changed, label, now, times }) => html`
                <tr>
                  <th scope="row">${label}</th>
                  <td>${now}</td>
                  <td>${changed} <span class="quiet">(${times})</span></td>
                  <td>${best}</td>
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
    'tandem-switching': TandemSwitching;
  }
}
