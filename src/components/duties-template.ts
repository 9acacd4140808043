import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatDate } from '../present/format-date.ts';
import { limitInWords, peopleInWords } from '../present/law-in-words.ts';
import { answerWanted, lawName } from '../present/lawfulness-in-words.ts';
import type { LawDuty, LawResult } from '../schema/law-result.ts';
import type { Folds } from './fold-template.ts';
import { whyTemplate } from './why-template.ts';

/** What the laws ask for, with deadline and article. */
export function dutiesTemplate(law: LawResult, folds: Folds): TemplateResult {
  if (law.duties.length === 0)
    return html`<p class="quiet">No law is known to ask for anything.</p>`;
  const later = law.duties.map((duty, index) => ({
    duty,
    // A rule with several duties is asked why once, below the last of them.
    asks: law.duties[index + 1]?.rule !== duty.rule,
  }));
  return html`<ul class="duties">
    ${later.map(({ asks, duty }) => dutyTemplate(law, folds, duty, asks))}
  </ul>`;
}

function dutyTemplate(
  law: LawResult,
  folds: Folds,
  {
    article,
    cost,
    deadline,
    flows,
    from,
    isAdvice,
    open,
    regime,
    rule,
    status,
    text,
    who,
  }: LawDuty,
  asks: boolean,
): TemplateResult {
  return html`<li>
    <p>
      <strong
        >${lawName(law, regime)}${status === 'not known' ? ', not known whether due' : ''}${isAdvice ? ', advice' : ''}:</strong
      >
      ${text}
    </p>
    ${status === 'not known' ? html`<p class="note">${answerWanted(open, law.questions)}</p>` : nothing}
    <p class="quiet">
      ${who === 'the company' ? '' : `Who: ${who}. `}By when: ${deadline}.
      ${article}${from === null ? '' : `, in force since ${formatDate(from)}`}.
      ${flows.length === 0 ? nothing : `For: ${flows.join(', ')}.`}
      ${cost === null ? 'No cost modelled.' : nothing}
    </p>
    ${asks ? whyTemplate({ law, folds, rule, flow: null }) : nothing}
  </li>`;
}

/** How near the company is to each threshold that is in force. */
export function thresholdsTemplate({ thresholds }: LawResult): TemplateResult {
  return html`<div class="scroll" role="region" aria-label="Thresholds used so far" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">What counts</th>
          <th scope="col">People</th>
          <th scope="col">Limit</th>
          <th scope="col" class="text">Beyond it</th>
        </tr>
      </thead>
      <tbody>
        ${thresholds
          .filter(({ inForce }) => inForce)
          .map(
            ({ includes, label, leadsTo, limit, rule, value }) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${peopleInWords(value)}</td>
                <td>${limitInWords(limit, includes)}</td>
                <td class="text">${leadsTo} (${rule})</td>
              </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}

/** Where the laws differ, as far as it touches the company. */
export function gapTableTemplate(law: LawResult): TemplateResult {
  const { gaps, regimes } = law;
  const columns = regimes.filter(({ id }) => gaps.some(({ asks }) => id in asks));
  return html`<div class="scroll" role="region" aria-label="Where the laws differ" tabindex="0">
    <table class="wide">
      <thead>
        <tr>
          <th scope="col">Topic</th>
          ${columns.map(({ short }) => html`<th scope="col" class="text">${short}</th>`)}
          <th scope="col" class="text">To meet all</th>
        </tr>
      </thead>
      <tbody>
        ${gaps.map(
          ({ asks, together, topic }) =>
            html`<tr>
              <th scope="row">${topic}</th>
              ${columns.map(({ id }) => html`<td class="text">${asks[id] ?? ''}</td>`)}
              <td class="text">${together}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
