import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { formatDate } from '../present/format-date.ts';
import { formatNumber } from '../present/format-number.ts';
import type { LawDuty, LawResult } from '../schema/law-result.ts';
import type { Folds } from './fold-template.ts';
import { whyTemplate } from './why-template.ts';

/** What the laws ask for, with deadline and article. */
export function dutiesTemplate(law: LawResult, folds: Folds): TemplateResult {
  if (law.duties.length === 0) return html`<p class="quiet">Neither law asks for anything.</p>`;
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
  { article, deadline, flows, from, regime, rule, text }: LawDuty,
  asks: boolean,
): TemplateResult {
  return html`<li>
    <p><strong>${regime.toUpperCase()}:</strong> ${text}</p>
    <p class="quiet">
      By when: ${deadline}.
      ${article}${from === null ? '' : `, in force since ${formatDate(from)}`}.
      ${flows.length === 0 ? nothing : `For: ${flows.join(', ')}.`}
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
            ({ label, leadsTo, limit, rule, value }) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${formatNumber(value, 0)}</td>
                <td>${formatNumber(limit, 0)}</td>
                <td class="text">${leadsTo} (${rule})</td>
              </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}

/** Where the two laws differ, as far as it touches the company. */
export function gapTableTemplate({ gaps }: LawResult): TemplateResult {
  return html`<div class="scroll" role="region" aria-label="Where the two laws differ" tabindex="0">
    <table class="wide">
      <thead>
        <tr>
          <th scope="col">Topic</th>
          <th scope="col" class="text">PIPL</th>
          <th scope="col" class="text">PDPO</th>
          <th scope="col" class="text">To meet both</th>
        </tr>
      </thead>
      <tbody>
        ${gaps.map(
          ({ dual, pdpo, pipl, topic }) =>
            html`<tr>
              <th scope="row">${topic}</th>
              <td class="text">${pipl}</td>
              <td class="text">${pdpo}</td>
              <td class="text">${dual}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
