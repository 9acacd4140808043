import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ComparisonRow } from '../present/comparison.ts';
import { figureSource } from '../present/figure-source.ts';
import type { SourceFormula } from '../present/figure-source.ts';
import type { FormulaPart } from '../present/formula-in-words.ts';
import type { MoneyScale } from '../present/money-scale.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Result } from '../schema/result.ts';
import { TandemInputWantedEvent } from './events.ts';

/** A row whose figures are asked about. */
export interface RowSource {
  readonly row: ComparisonRow;
  /** How many columns of figures the table has. */
  readonly columns: number;
  readonly result: Result;
  readonly briefing: Briefing | null;
  readonly scale: MoneyScale;
  /** Who tells that an input is wanted. */
  readonly host: EventTarget;
}

export type SourceTemplate = typeof sourceTemplate;

/** Where the figures of a row come from, as rows of the same table. */
export function sourceTemplate(asked: RowSource): TemplateResult {
  const { briefing, columns, result, row, scale } = asked;
  const { parts, terms } =
    briefing === null ? { parts: [], terms: [] } : figureSource(row, result, briefing, scale);
  return html`
    ${parts.length === 0 ? nothing : parts.map((part) => partRows(part, asked))}
    <tr class="source">
      <td colspan=${columns + 1}>
        <p>${row.about}</p>
        ${
          terms.length === 0
            ? nothing
            : html`<dl>${terms.map((term) => html`<div>${termTemplate(term, asked)}</div>`)}</dl>`
        }
      </td>
    </tr>
  `;
}

function partRows(part: SourceFormula, asked: RowSource): TemplateResult {
  const { columns } = asked;
  const cells = part.cells.length > 0 ? part.cells : Array.from({ length: columns }, () => '');
  return html`
    <tr class="part">
      <th scope="row">
        ${part.label}${part.help === '' ? nothing : html`<small>${part.help}</small>`}
      </th>
      ${cells.map((cell) => html`<td>${cell}</td>`)}
    </tr>
    <tr class="formula">
      <td colspan=${columns + 1}>${formulaTemplate(part, asked)}</td>
    </tr>
  `;
}

function termTemplate(term: SourceFormula, asked: RowSource): TemplateResult {
  return html`
    <dt>${term.label}</dt>
    <dd>
      ${formulaTemplate(term, asked)}
      ${term.how === '' ? nothing : html`<small>${term.how}</small>`}
      ${term.help === '' ? nothing : html`<small>${term.help}</small>`}
    </dd>
  `;
}

function formulaTemplate({ formula }: SourceFormula, asked: RowSource): TemplateResult {
  return html`<code>= ${formula.map((part) => partTemplate(part, asked))}</code>`;
}

function partTemplate(part: FormulaPart, { briefing, host }: RowSource): TemplateResult | string {
  if (part.kind === 'text') return part.text;
  const isInput = briefing?.inputs.some(({ name }) => name === part.name) === true;
  if (!isInput) return html`<span>${part.label}</span>`;
  const show = () => host.dispatchEvent(new TandemInputWantedEvent(part.name));
  // In one line: spaces around the label would stand in the formula.
  return html`<button type="button" title="Show this input" @click=${show}>${part.label}</button>`;
}
