import { comparison } from '../../present/comparison.ts';
import { headline } from '../../present/headline.ts';
import { postureCards } from '../../present/posture-cards.ts';
import { postureRole } from '../../charts/posture-look.ts';
import { inYears } from '../../present/in-years.ts';
import { switchingSentence } from '../../present/switching.ts';
import type { ReportParts } from './report-parts.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** The answer: what it says, how far, what would change it, and each posture at a glance. */
export function answerPart({ currency, result, switching }: ReportParts): Markup {
  const { detail, sentence } = headline(result, currency);
  const cards = postureCards(result, currency, null).map(
    ({ description, facts, label, lawful, range }, index) =>
      markup`<li class="${postureRole(index)}"><h3>${label}</h3><p class="quiet">${description}</p>${lawful === null ? null : markup`<p><strong>${lawful.text}.</strong></p>`}<p class="range">${range} <small>over ${inYears(result.manifest.years)}, in 8 of 10 futures</small></p><dl>${facts.map(
        (fact) => markup`<dt>${fact.label}</dt><dd>${fact.text}</dd>`,
      )}</dl></li>`,
  );
  return markup`<p class="eyebrow">${result.manifest.scenario.name}</p><h1>${sentence}</h1><p class="lead">${detail}</p><p class="change">${switchingSentence(result, switching, currency)}</p><h2 class="unseen">The postures at a glance</h2><ul class="cards">${cards}</ul>`;
}

/** All figures of the postures side by side. */
export function comparisonPart({ currency, result }: ReportParts): Markup {
  const { columns, scale, sections } = comparison(result, currency);
  const bodies = sections.map(
    ({ heading, rows }) =>
      markup`<tbody><tr class="group"><th scope="rowgroup" colspan="${columns.length + 1}">${heading}</th></tr>${rows.map(
        ({ cells, label, strong }) =>
          markup`<tr class="${strong ? 'strong' : ''}"><th scope="row">${label}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
      )}</tbody>`,
  );
  return markup`<section aria-labelledby="compare"><h2 id="compare">The postures side by side</h2><div class="scroll" role="region" aria-label="The postures side by side, a table" tabindex="0"><table class="figures"><caption>Behind \u00b1 stands the error of the simulation, one standard error.</caption><thead><tr><th scope="col">${scale.words}</th>${columns.map(
    (each) => markup`<th scope="col">${each}</th>`,
  )}</tr></thead>${bodies}</table></div></section>`;
}
