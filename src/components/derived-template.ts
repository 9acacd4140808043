import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { derivedInWords } from '../present/derived-in-words.ts';
import type { DerivedRow } from '../present/derived-in-words.ts';
import { formatQuantity } from '../present/format-quantity.ts';
import { rangeInWords } from '../present/law-in-words.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { DerivedInput, LawResult, MaybeRange } from '../schema/law-result.ts';
import type { Result } from '../schema/result.ts';
import { foldTemplate } from './fold-template.ts';
import type { Folds } from './fold-template.ts';

/** What the law sets in the cost model. */
export interface DerivedView {
  readonly law: LawResult;
  readonly result: Result;
  readonly briefing: Briefing;
  readonly currency: ShownCurrency;
  readonly folds: Folds;
}

/** Each input that the law sets: its value by posture, the lines that it feeds, and how it comes about. */
export function derivedTemplate(view: DerivedView): TemplateResult {
  const { briefing, currency, law, result } = view;
  const rows = derivedInWords(law.derived, result, briefing, currency);
  return html`
    <p class="quiet">
      In brackets: what a cost line comes to on average over ${result.manifest.years} years, as
      ${result.postures.map(({ label }) => label).join(', ')}.
    </p>
    ${rows.map((row, index) => {
      const derived = law.derived[index];
      return derived === undefined ? nothing : rowTemplate(view, row, derived);
    })}
  `;
}

function rowTemplate(view: DerivedView, row: DerivedRow, derived: DerivedInput): TemplateResult {
  const { folds, result } = view;
  const values = result.postures.map(({ label }, index) => `${label} ${row.values[index] ?? ''}`);
  const same = new Set(row.values).size === 1;
  return foldTemplate(
    {
      folds,
      name: `derived-${row.input}`,
      look: 'item',
      title: row.label,
      aside: `${same ? (row.values[0] ?? '') : values.join(', ')} \u00b7 ${row.status}`,
    },
    () => html`
      ${row.feeds.length === 0 ? nothing : html`<p>Feeds ${row.feeds.join('; ')}.</p>`}
      <dl>
        ${Object.entries(derived.steps).map(([posture, steps]) => stepsTemplate(view, derived, posture, steps))}
      </dl>
    `,
  );
}

const hows = { add: 'plus', max: 'at least', times: 'times' } as const;

function stepsTemplate(
  { currency, law, result }: DerivedView,
  { unit, values }: DerivedInput,
  posture: string,
  steps: DerivedInput['steps'][string],
): TemplateResult {
  const label = result.postures.find(({ id }) => id === posture)?.label ?? 'All postures';
  const amount = (value: MaybeRange, of: string) =>
    rangeInWords(value, (each) => formatQuantity(each, of, currency));
  return html`
    <dt>${label}: ${amount(values[posture] ?? values['all'] ?? 0, unit)}</dt>
    <dd>
      ${
        steps.length === 0
          ? html`<p class="quiet">No rule that holds sets it.</p>`
          : html`<ul class="steps">
              ${steps.map(
                (step) =>
                  html`<li>
                    ${hows[step.how]} ${amount(step.amount, step.how === 'times' ? '1' : unit)}:
                    ${step.label}
                    <span class="quiet"
                      >(${step.rule}${articleOf(law, step.rule)}; ${step.formula})</span
                    >
                  </li>`,
              )}
            </ul>`
      }
    </dd>
  `;
}

function articleOf(law: LawResult, rule: string): string {
  const article = Object.hasOwn(law.rules, rule) ? law.rules[rule]?.article : undefined;
  return article === undefined ? '' : `, ${article}`;
}
