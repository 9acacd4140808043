import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { ruleSource } from '../present/law-in-words.ts';
import { whyOf } from '../regimes/why.ts';
import type { Why } from '../regimes/why.ts';
import type { LawResult } from '../schema/law-result.ts';
import { foldTemplate } from './fold-template.ts';
import type { Folds } from './fold-template.ts';

/** A rule that can be asked why. */
export interface AskedRule {
  readonly law: LawResult;
  readonly folds: Folds;
  readonly rule: string;
  /** The flow that it is asked about; null for the company. */
  readonly flow: number | null;
}

/** Why a rule holds or does not: its article, what we note of it, and every fact that it rests on. */
export function whyTemplate({
  flow,
  folds,
  law,
  rule,
}: AskedRule): TemplateResult | typeof nothing {
  const known = Object.hasOwn(law.rules, rule) ? law.rules[rule] : undefined;
  if (known === undefined) return nothing;
  return foldTemplate(
    {
      folds,
      name: `why-${rule}-${flow ?? 'company'}`,
      look: 'why',
      title: html`Why<span class="hidden"> ${known.title}</span>`,
      aside: `${rule}, ${known.article}`,
    },
    () => {
      const why = whyOf(law, rule, flow);
      return html`
        <p><strong>${rule}: ${known.title}.</strong> Where it holds, ${known.because}.</p>
        <p class="quiet">
          ${ruleSource(known)}.${known.note === '' ? nothing : html` ${known.note}`}
        </p>
        ${
          why === null
            ? nothing
            : html`<ul class="steps">
                ${stepTemplate(why)}
              </ul>`
        }
      `;
    },
  );
}

function stepTemplate({ from, label, unit, value }: Why): TemplateResult {
  return html`<li>
    ${label}: <strong>${valueInWords(value, unit)}</strong>
    ${
      from.length === 0
        ? nothing
        : html`<ul>
            ${from.map(stepTemplate)}
          </ul>`
    }
  </li>`;
}

function valueInWords(value: Why['value'], unit: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value.replaceAll('-', ' ');
  if (unit === 'HKD') return formatMoney(value);
  if (unit === 'number') return String(value);
  const number = formatNumber(value, Number.isInteger(value) ? 0 : 3);
  return /^(share|)$/.test(unit) ? number : `${number} ${unit}`;
}
