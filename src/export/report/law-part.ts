import { lawHeadline, regimeSentence, taskInWords } from '../../present/law-in-words.ts';
import type { LawFlow, LawResult } from '../../schema/law-result.ts';
import { markup, points, table } from './markup.ts';
import type { Markup } from './markup.ts';
import type { ReportParts } from './report-parts.ts';

/** What the law asks for, and what is missing. */
export function lawPart({ result: { law } }: ReportParts): Markup {
  if (law === undefined) return markup``;
  return markup`<section aria-labelledby="law"><h2 id="law">Duties and gaps</h2><p><strong>${lawHeadline(law)}</strong> ${law.regimes.map(regimeSentence).join(' ')} ${taskInWords(law)}</p>${
    law.duties.length === 0 ? null : duties(law)
  }${law.flows.length === 0 ? null : flows(law.flows)}${law.gaps.length === 0 ? null : differences(law)}</section>`;
}

function duties({ duties: all }: LawResult): Markup {
  return markup`<h3>What is to be done</h3>${points(
    all.map(
      ({ article, deadline, text }) =>
        markup`${text} <span class="quiet">${article}; ${deadline}.</span>`,
    ),
    'dense columns',
  )}`;
}

function flows(all: readonly LawFlow[]): Markup {
  return table(
    'Flows of personal data: what a transfer needs, and which controls are missing',
    ['Flow', 'Laws', 'Transfer mechanism', 'Missing'],
    all.map((flow) => [
      flow.name,
      flow.regimes
        .filter(({ applies }) => applies)
        .map(({ regime, rule }) => `${regime.toUpperCase()} by ${rule}`)
        .join(', ') || 'neither',
      flow.mechanism.label,
      flow.missing
        .map((id) => flow.controls.find((each) => each.id === id)?.label ?? id)
        .join('; ') || 'nothing',
    ]),
    'dense',
  );
}

function differences({ gaps }: LawResult): Markup {
  return markup`<div class="small">${table(
    'Where the two laws differ, and what serves both',
    ['Topic', 'PIPL', 'PDPO', 'For both'],
    gaps.map(({ dual, pdpo, pipl, topic }) => [topic, pipl, pdpo, dual]),
  )}</div>`;
}
