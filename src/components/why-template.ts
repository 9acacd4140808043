import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { rangeInWords, ruleSource, sureness } from '../present/law-in-words.ts';
import { whyStep } from '../regimes/why.ts';
import type { WhyStep } from '../regimes/why.ts';
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
export function whyTemplate(asked: AskedRule): TemplateResult | typeof nothing {
  const { flow, folds, law, rule } = asked;
  const known = Object.hasOwn(law.rules, rule) ? law.rules[rule] : undefined;
  if (known === undefined) return nothing;
  const name = `why-${rule}-${flow ?? 'company'}`;
  return foldTemplate(
    {
      folds,
      name,
      look: 'why',
      title: html`Why<span class="hidden"> ${known.title}</span>`,
      aside: `${rule}, ${known.article}`,
    },
    () => html`
      <p>
        <strong>${known.title}</strong> (${rule}): ${known.status}.
        ${flow !== null || known.flows.length === 0 ? nothing : `For: ${known.flows.join(', ')}.`}
      </p>
      <p class="quiet">
        ${ruleSource(known)}.${known.conditions.map(({ confidence, says }) => ` ${says}: ${sureness(confidence)}.`)}${known.note === '' ? nothing : html` ${known.note}`}
      </p>
      ${stepsTemplate(asked, whyStep(law, rule, flow)?.from ?? [], name)}
    `,
  );
}

/** What something rests on, a step at a time: what rests on more opens in its turn. */
function stepsTemplate(asked: AskedRule, names: readonly string[], within: string): unknown {
  const { flow, folds, law } = asked;
  const steps = names.flatMap((name) => whyStep(law, name, flow) ?? []);
  if (steps.length === 0) return nothing;
  return html`<ul class="steps">
    ${steps.map(({ from, label, name, unit, value }) => {
      const said = html`${label}: <strong>${valueInWords(value, unit)}</strong>`;
      const own = `${within}/${name}`;
      return html`<li>
        ${
          from.length === 0
            ? said
            : foldTemplate({ folds, name: own, look: 'why', title: said }, () =>
                stepsTemplate(asked, from, own),
              )
        }
      </li>`;
    })}
  </ul>`;
}

function valueInWords(value: WhyStep['value'], unit: string): string {
  if (typeof value === 'object') {
    if (!('from' in value)) return 'not known';
    return rangeInWords(value, (each) => valueInWords(each, unit));
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value.replaceAll('-', ' ');
  if (unit === 'HKD') return formatMoney(value);
  if (unit === 'number') return String(value);
  const number = formatNumber(value, Number.isInteger(value) ? 0 : 3);
  return /^(share|)$/.test(unit) ? number : `${number} ${unit}`;
}
