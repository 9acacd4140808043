import { css, html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { postureMark, postureRole } from '../charts/posture-look.ts';
import { comparison } from '../present/comparison.ts';
import type { ComparisonSection } from '../present/comparison.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';
import { nextTurn } from './next-turn.ts';
import { roleStyles } from './role-styles.ts';
import { markTemplate } from './scene-template.ts';
import { tokens } from './tokens.ts';

/**
 * The postures side by side, as a table.
 *
 * @csspart table - The table.
 */
export class TandemComparison extends LitElement {
  static override styles = [
    tokens,
    ...roleStyles,
    css`
      table {
        width: 100%;
        font-size: 0.9375rem;
      }

      th,
      td {
        padding: 0.375rem 0 0.375rem 1rem;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: end;
        vertical-align: baseline;
      }

      td {
        white-space: nowrap;
      }

      th[scope='row'] {
        padding-inline-start: 0;
        text-align: start;
      }

      thead th,
      tbody th[scope='rowgroup'] {
        font-weight: 600;
        vertical-align: bottom;
      }

      thead th:first-child {
        padding-inline-start: 0;
        color: var(--quiet);
        font-weight: 400;
        text-align: start;
      }

      tbody th[scope='rowgroup'] {
        padding: 1.5rem 0 0.375rem;
        border-bottom-color: var(--axis);
        text-align: start;
      }

      tbody:first-of-type th[scope='rowgroup'] {
        padding-top: 0.75rem;
      }

      .strong > * {
        font-weight: 600;
      }

      svg {
        width: 12px;
        height: 12px;
        margin-inline-end: 0.375rem;
      }

      tbody {
        break-inside: avoid;
      }

      @media print {
        table {
          font-size: 0.75rem;
        }

        th,
        td {
          padding-block: 0.0625rem;
        }

        tbody th[scope='rowgroup'],
        tbody:first-of-type th[scope='rowgroup'] {
          padding-block: 0.375rem 0.0625rem;
        }
      }

      @container (max-width: 34rem) {
        table {
          font-size: 0.8125rem;
        }

        th,
        td {
          padding-inline-start: 0.5rem;
        }

        td {
          white-space: normal;
        }
      }
    `,
  ];

  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await nextTurn();
    await super.scheduleUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.result === null) return nothing;
    const { columns, unit, sections } = comparison(this.result, this.currency);
    return html`
      <div class="scroll" role="region" aria-label="The postures side by side" tabindex="0">
        <table part="table">
          <thead>
            <tr>
              <th scope="col">${unit}</th>
              ${columns.map((label, index) => html`<th scope="col">${mark(index)}${label}</th>`)}
            </tr>
          </thead>
          ${sections.map((section) => body(section, columns.length + 1))}
        </table>
      </div>
    `;
  }
}

function body({ heading, rows }: ComparisonSection, columns: number): TemplateResult {
  return html`
    <tbody>
      <tr>
        <th scope="rowgroup" colspan=${columns}>${heading}</th>
      </tr>
      ${rows.map(
        ({ label, cells, strong }) => html`
          <tr class=${strong ? 'strong' : nothing}>
            <th scope="row">${label}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>
        `,
      )}
    </tbody>
  `;
}

function mark(index: number): TemplateResult {
  return html`<svg viewBox="0 0 12 12" aria-hidden="true">
    ${markTemplate(postureMark(postureRole(index), 6, 6, 5.5))}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-comparison': TandemComparison;
  }
}
