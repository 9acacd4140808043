import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { comparison } from '../present/comparison.ts';
import type { Comparison, ComparisonRow, ComparisonSection } from '../present/comparison.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Result } from '../schema/result.ts';
import { comparisonStyles } from './comparison-styles.ts';
import { controlStyles } from './control-styles.ts';
import { messageOf } from './message-of.ts';
import { postureMarkTemplate } from './posture-mark-template.ts';
import { roleStyles } from './role-styles.ts';
import type { SourceTemplate } from './source-template.ts';
import { tokens } from './tokens.ts';
import { UnhurriedElement } from './unhurried-element.ts';

/**
 * The postures side by side, as a table. Each row tells on demand how its figures come about: in
 * words, cost line by cost line, and as formulas down to the inputs.
 *
 * @fires tandem-input-wanted - Somebody wants to see an input that a formula names.
 * @csspart table - The table.
 */
export class TandemComparison extends UnhurriedElement {
  static override styles = [tokens, controlStyles, ...roleStyles, comparisonStyles];

  @property({ attribute: false }) accessor result: Result | null = null;
  @property({ attribute: false }) accessor currency: ShownCurrency = hongKongDollars;
  /** What the inputs and formulas are; null where only the result is known. */
  @property({ attribute: false }) accessor briefing: Briefing | null = null;
  /** Rows whose source is shown, by their labels. */
  @state() private accessor open: ReadonlySet<string> = new Set();
  /** How sources are shown; fetched with the first that is asked for. */
  @state() private accessor source: SourceTemplate | null = null;
  @state() private accessor failure = '';

  override render(): TemplateResult | typeof nothing {
    if (this.result === null) return nothing;
    const table = comparison(this.result, this.currency);
    return html`
      <div class="scroll" role="region" aria-label="The postures side by side" tabindex="0">
        <table part="table">
          <thead>
            <tr>
              <th scope="col">${table.scale.words}</th>
              ${table.columns.map((label, index) => html`<th scope="col">${postureMarkTemplate(index)}${label}</th>`)}
            </tr>
          </thead>
          ${table.sections.map((section) => this.#body(section, table))}
        </table>
      </div>
    `;
  }

  #body({ heading, rows }: ComparisonSection, table: Comparison): TemplateResult {
    return html`
      <tbody>
        <tr>
          <th scope="rowgroup" colspan=${table.columns.length + 1}>${heading}</th>
        </tr>
        ${rows.map((row) => this.#row(row, table))}
      </tbody>
    `;
  }

  #row(row: ComparisonRow, table: Comparison): TemplateResult {
    const isOpen = this.open.has(row.label);
    return html`
      <tr class=${row.strong ? 'strong' : nothing}>
        <th scope="row">
          <button
            type="button"
            aria-expanded=${isOpen}
            title="How this comes about"
            @click=${() => this.#toggle(row.label)}
          >
            ${row.label}
          </button>
        </th>
        ${row.cells.map((cell) => html`<td>${cell}</td>`)}
      </tr>
      ${isOpen ? this.#source(row, table) : nothing}
    `;
  }

  #source(row: ComparisonRow, { columns, scale }: Comparison): TemplateResult | typeof nothing {
    const { briefing, failure, result, source } = this;
    if (source === null && failure !== '')
      return html`<tr>
        <td colspan=${columns.length + 1} role="alert">${failure}</td>
      </tr>`;
    if (source === null || result === null) return nothing;
    return source({ row, columns: columns.length, result, briefing, scale, host: this });
  }

  #toggle(label: string): void {
    const open = new Set(this.open);
    if (!open.delete(label)) open.add(label);
    this.open = open;
    if (this.source === null) void this.#load();
  }

  async #load(): Promise<void> {
    this.failure = '';
    try {
      this.source = (await import('./source-template.ts')).sourceTemplate;
    } catch (error) {
      this.failure = messageOf(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-comparison': TandemComparison;
  }
}
