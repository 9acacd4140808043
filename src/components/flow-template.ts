import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { alternativesInWords, flowVerdictInWords } from '../present/law-in-words.ts';
import { answerWanted, lawName } from '../present/lawfulness-in-words.ts';
import type { LawFlow, LawResult } from '../schema/law-result.ts';
import { foldTemplate } from './fold-template.ts';
import type { Folds } from './fold-template.ts';
import { whyTemplate } from './why-template.ts';

/** The flows of a company, each with where it goes, what the laws say of it, and what is missing. */
export function flowsTemplate(law: LawResult, folds: Folds): TemplateResult {
  if (law.flows.length === 0)
    return html`<p class="quiet">
      None yet: answer the questions above, or open a list of flows from a spreadsheet.
    </p>`;
  return html`${law.flows.map((flow, index) =>
    foldTemplate(
      {
        folds,
        name: `flow-${index}`,
        look: 'item',
        title: flow.name,
        aside: `${flow.path.join(' \u2192 ')} \u00b7 ${flowVerdictInWords(law, flow)}`,
      },
      () => flowTemplate(law, folds, flow, index),
    ),
  )}`;
}

function flowTemplate(law: LawResult, folds: Folds, flow: LawFlow, index: number): TemplateResult {
  const { mechanism, mechanisms } = flow;
  const rules = mechanisms.map(({ rule }) => rule);
  const why = (asked: string) => whyTemplate({ law, folds, rule: asked, flow: index });
  return html`
    <p class="tags">
      ${flow.implied ? html`<span>made from the answers</span>` : nothing}
      ${flow.tags.map((tag) => html`<span>${tag}</span>`)}
    </p>
    ${flow.regimes.map(
      ({ applies, because: reason, open, regime, rule: by }) => html`
        <p>
          <strong
            >${lawName(law, regime)}:
            ${applies === null ? 'not known' : applies ? 'applies' : 'does not apply'}</strong
          >: ${reason}. ${applies === null ? answerWanted(open, law.questions) : nothing}
        </p>
        ${why(by)}
      `,
    )}
    ${
      mechanisms.length < 2
        ? mechanismTemplate(law, 'Transfer mechanism', mechanism)
        : mechanisms.map((each) =>
            mechanismTemplate(law, `Transfer mechanism, ${lawName(law, each.regime)}`, each),
          )
    }
    ${flow.remarks.map((remark) => html`<p class="note">${remark}</p>`)}
    ${[...new Set(rules)].map((rule) =>
      rule === '' || flow.regimes.some(({ rule: by }) => by === rule) ? nothing : why(rule),
    )}
    ${
      flow.bayArea === null
        ? nothing
        : html`<p>
              <strong
                >Greater Bay Area contract:
                ${
                  flow.bayArea.available === null
                    ? 'not known'
                    : flow.bayArea.available
                      ? 'available'
                      : 'not available'
                }</strong
              >: ${flow.bayArea.because}.
            </p>
            ${why(flow.bayArea.rule)}`
    }
    ${controlsTemplate(flow)}
  `;
}

function mechanismTemplate(
  law: LawResult,
  head: string,
  mechanism: LawFlow['mechanism'],
): TemplateResult {
  const { because, label, note, open } = mechanism;
  return html`
    <p>
      <strong>${head}: ${label}${alternativesInWords(mechanism)}</strong
      >${because === '' ? '' : `: ${because}`}. ${note} ${answerWanted(open, law.questions)}
    </p>
  `;
}

function controlsTemplate({ controls, missing }: LawFlow): TemplateResult {
  if (controls.length === 0) return html`<p>No control is asked for.</p>`;
  return html`
    <p>
      <strong
        >${
          missing.length === 0
            ? 'All controls that are known to be required are in place'
            : `${missing.length} of ${controls.length} required controls ${missing.length === 1 ? 'is' : 'are'} missing`
        }</strong
      >
    </p>
    <ul class="controls">
      ${controls.map(
        ({ askedBy, inPlace, label, open }) => html`
          <li class=${inPlace || open.length > 0 ? nothing : 'missing'}>
            <span class="mark"
              >${inPlace ? 'In place' : open.length > 0 ? 'Not known' : 'Missing'}</span
            >
            ${label}
            <span class="quiet">${askedBy.map(({ article }) => article).join(', ')}</span>
          </li>
        `,
      )}
    </ul>
  `;
}
