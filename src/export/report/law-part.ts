import {
  lawHeadline,
  mechanismsInWords,
  regimeSentence,
  taskInWords,
} from '../../present/law-in-words.ts';
import { lawName } from '../../present/lawfulness-in-words.ts';
import type { LawResult } from '../../schema/law-result.ts';
import { markup, points, table } from './markup.ts';
import type { Markup } from './markup.ts';
import type { ReportParts } from './report-parts.ts';

/** What the law asks for, and what is missing. */
export function lawPart({ result: { law } }: ReportParts): Markup {
  if (law === undefined) return markup``;
  return markup`<section aria-labelledby="law"><h2 id="law">Duties and gaps</h2><p><strong>${lawHeadline(law)}</strong> ${law.regimes.map((regime) => regimeSentence(regime, law.questions)).join(' ')} ${taskInWords(law)}</p>${
    law.duties.length === 0 ? null : duties(law)
  }${law.flows.length === 0 ? null : flows(law)}${law.gaps.length === 0 ? null : differences(law)}</section>`;
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

function flows(law: LawResult): Markup {
  return table(
    'Flows of personal data: what a transfer needs, and which controls are missing',
    ['Flow', 'Laws', 'Transfer mechanism', 'Missing'],
    law.flows.map((flow) => [
      flow.name,
      flow.regimes
        .filter(({ applies }) => applies !== false)
        .map(({ applies, regime, rule }) =>
          applies === null
            ? `${lawName(law, regime)} not known`
            : `${lawName(law, regime)} by ${rule}`,
        )
        .join(', ') || 'none',
      mechanismsInWords(law, flow),
      flow.missing
        .map((id) => flow.controls.find((each) => each.id === id)?.label ?? id)
        .join('; ') || 'nothing',
    ]),
    'dense',
  );
}

function differences({ gaps, regimes }: LawResult): Markup {
  const columns = regimes.filter(({ id }) => gaps.some(({ asks }) => id in asks));
  return markup`<div class="small">${table(
    'Where the laws differ, and what serves all',
    ['Topic', ...columns.map(({ short }) => short), 'For all'],
    gaps.map(({ asks, together, topic }) => [
      topic,
      ...columns.map(({ id }) => asks[id] ?? ''),
      together,
    ]),
  )}</div>`;
}
