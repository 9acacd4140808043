import { formatDate } from '../present/format-date.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatPercent } from '../present/format-share.ts';
import {
  alternativesInWords,
  legalNotice,
  limitInWords,
  peopleInWords,
  rangeInWords,
  regimeSentence,
} from '../present/law-in-words.ts';
import { answerWanted, lawName, lawfulnessInWords } from '../present/lawfulness-in-words.ts';
import type { DerivedInput, LawDuty, LawFlow, LawResult } from '../schema/law-result.ts';
import type { ResolvedScenario } from '../schema/resolved.ts';
import { printable } from '../schema/describe.ts';
import { aside, strong, textTable, wrapped } from './text-table.ts';

/** A diagnosis for people: open questions, what applies, each posture, flows, duties, gaps and costs. */
export function diagnosisText(law: LawResult, scenario: ResolvedScenario, styled: boolean): string {
  const head = (text: string) => strong(text, styled);
  const columns = law.regimes.filter(({ id }) => law.gaps.some(({ asks }) => id in asks));
  const parts: readonly string[] = [
    `${head(`${printable(scenario.name)}: the law on ${formatDate(law.asOf)}`)}\n${wrapped(legalNotice(law))}`,
    ...(law.questions.length === 0 ? [] : [questionList(law, head)]),
    ...(law.remarks.length === 0
      ? []
      : [law.remarks.map(({ message }) => wrapped(`Note: ${message}`)).join('\n')]),
    `${head('Which law applies')}\n${law.regimes.map((regime) => regimeText(regime, law)).join('\n')}`,
    postureTable(law, scenario, styled),
    `${head(`Flows (${law.flows.length})`)}\n${law.flows.map((flow, index) => flowText(law, flow, index, styled)).join('\n')}`,
    thresholdTable(law, styled),
    dutyList(law, head),
    `${head(`Where the laws differ (${law.gaps.length})`)}\n${law.gaps
      .map(({ asks, together, topic }) =>
        [
          `  ${topic}`,
          ...columns.flatMap(({ id, short }) =>
            asks[id] === undefined ? [] : [wrapped(`${short}: ${asks[id]}`, 88, '      ')],
          ),
          ...(together === '' ? [] : [wrapped(`All: ${together}`, 88, '      ')]),
        ].join('\n'),
      )
      .join('\n')}`,
    derivedTable(law.derived, scenario, styled),
    ...(law.programme === null ? [] : [programmeTable(law.programme, styled)]),
    aside(
      'tandem diagnose FILE --why R6 (or programmeCost, exportedOrdinary, ...) says why.',
      styled,
    ),
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function questionList({ questions }: LawResult, head: (text: string) => string): string {
  // One question of several flows is asked once.
  const byAsk = new Map<string, string[]>();
  for (const question of questions) {
    const key = `${question.number ?? ''} ${question.ask}`;
    byAsk.set(key, [...(byAsk.get(key) ?? []), ...(question.flow === null ? [] : [question.flow])]);
  }
  const lines = [...byAsk].map(([key, flows]) => {
    const [number = '', ...words] = key.split(' ');
    const whose = flows.length === 0 ? '' : ` (${flows.join('; ')})`;
    return wrapped(`${number === '' ? '-' : `${number}.`} ${words.join(' ')}${whose}`, 88, '  ');
  });
  return `${head(`Open questions (${byAsk.size}): what hangs on them is not known`)}\n${lines.join('\n')}`;
}

function regimeText(regime: LawResult['regimes'][number], law: LawResult): string {
  const by = regime.rules.length === 0 ? '' : ` (${regime.rules.join(', ')})`;
  return wrapped(`${regimeSentence(regime, law.questions)}${by}`, 88, '  ');
}

function postureTable(law: LawResult, { postures }: ResolvedScenario, styled: boolean): string {
  return textTable(
    [
      { kind: 'heading', text: 'Each posture before the law', cells: ['controls in place'] },
      {
        kind: 'row' as const,
        label: 'Today',
        cells: [rangeInWords(law.coverage, formatPercent)],
      },
      ...postures.flatMap(({ id, label }) => {
        const own = law.postures[id];
        return own === undefined
          ? []
          : [
              {
                kind: 'row' as const,
                label: `${label}: ${lawfulnessInWords(own, law)}`,
                cells: [rangeInWords(own.coverage, formatPercent)],
              },
            ];
      }),
    ],
    styled,
  );
}

function dutyList(law: LawResult, head: (text: string) => string): string {
  const certain = law.duties.filter(({ status }) => status === 'applies');
  const perhaps = law.duties.filter(({ status }) => status === 'not known');
  const part = (title: string, duties: readonly LawDuty[]): string =>
    `${head(`${title} (${duties.length})`)}\n${duties.map((duty) => dutyText(law, duty)).join('\n')}`;
  return [
    part('Duties', certain),
    ...(perhaps.length === 0
      ? []
      : [part('Not known whether due: answer the open questions', perhaps)]),
  ].join('\n\n');
}

function flowText(law: LawResult, flow: LawFlow, index: number, styled: boolean): string {
  const laws = flow.regimes
    .map(({ applies, regime, rule }) => {
      const name = lawName(law, regime);
      if (applies === null) return `${name} not known`;
      return applies ? `${name} by ${rule}` : `not ${name}`;
    })
    .join(', ');
  const { mechanism, mechanisms, regimes } = flow;
  const wanted = [...new Set([...mechanisms, ...regimes].flatMap(({ open }) => open))];
  const ways =
    mechanisms.length < 2
      ? [mechanismText('Mechanism', mechanism)]
      : mechanisms.map((each) => mechanismText(`Mechanism, ${lawName(law, each.regime)}`, each));
  const bayArea = flow.bayArea;
  return [
    `  ${index + 1}. ${strong(printable(flow.name), styled)}: ${printable(flow.path.join(' > '))}`,
    wrapped(flow.tags.join(', '), 88, '     '),
    wrapped(`Law: ${laws}`, 88, '     '),
    ...ways,
    ...(wanted.length === 0 ? [] : [wrapped(answerWanted(wanted, law.questions), 88, '     ')]),
    ...(bayArea === null
      ? []
      : [
          wrapped(
            `Greater Bay Area contract: ${bayArea.available === null ? 'not known' : bayArea.available ? 'available' : 'not available'} (${bayArea.rule}): ${bayArea.because}.`,
            88,
            '     ',
          ),
        ]),
    wrapped(
      flow.missing.length === 0
        ? 'Gap: none that is known.'
        : `Gap: ${flow.missing.map((id) => gapText(flow, id)).join('; ')}.`,
      88,
      '     ',
    ),
  ].join('\n');
}

function mechanismText(head: string, mechanism: LawFlow['mechanism']): string {
  const { because, label, note, rule } = mechanism;
  const or = alternativesInWords(mechanism);
  const why = rule === '' ? (because === '' ? '' : `: ${because}`) : ` (${rule}): ${because}`;
  const text = wrapped(`${head}: ${label}${or}${why}.`, 88, '     ');
  return note === '' ? text : `${text}\n${wrapped(note, 88, '     ')}`;
}

function gapText(flow: LawFlow, id: string): string {
  const control = flow.controls.find((each) => each.id === id);
  const asked = control?.askedBy ?? [];
  return `${control?.label ?? id} (${asked.map(({ article }) => article).join(', ')})`;
}

function thresholdTable(law: LawResult, styled: boolean): string {
  return textTable(
    [
      { kind: 'heading', text: 'Thresholds used so far', cells: ['people', 'limit'] },
      ...law.thresholds
        .filter(({ inForce }) => inForce)
        .map(({ includes, label, leadsTo, limit, rule, value }) => ({
          kind: 'row' as const,
          label: `${label}: ${leadsTo} (${rule})`,
          cells: [peopleInWords(value), limitInWords(limit, includes)],
        })),
    ],
    styled,
  );
}

function dutyText(law: LawResult, duty: LawDuty): string {
  const { article, cost, deadline, flows, from, isAdvice, regime, rule, text, who } = duty;
  const since = from === null ? '' : `, in force since ${formatDate(from)}`;
  const whose = flows.length === 0 ? '' : ` Flows: ${flows.join(', ')}.`;
  const whom = who === 'the company' ? '' : `Who: ${who}. `;
  const counted = cost === null ? ' No cost modelled.' : ` Counted in ${cost}.`;
  return [
    wrapped(`${rule} ${lawName(law, regime)}${isAdvice ? ' (advice)' : ''}: ${text}`, 88, '  '),
    wrapped(`${whom}By when: ${deadline}. ${article}${since}.${whose}${counted}`, 88, '      '),
  ].join('\n');
}

function derivedTable(
  derived: readonly DerivedInput[],
  { postures }: ResolvedScenario,
  styled: boolean,
): string {
  const shown = postures.filter(({ id }) => derived.some(({ values }) => id in values));
  const marks = { used: '', overridden: ' - overridden by the scenario', shown: ' - shown only' };
  return textTable(
    [
      {
        kind: 'heading',
        text: 'What the law sets in the cost model',
        cells: shown.map(({ label }) => label),
      },
      ...derived.map(({ label, status, unit, values }) => ({
        kind: 'row' as const,
        label: `${label}, ${unit}${marks[status]}`,
        cells: shown.map(({ id }) => {
          const value = values[id] ?? values['all'];
          return value === undefined ? '' : rangeInWords(value, amount);
        }),
      })),
    ],
    styled,
  );
}

function amount(value: number): string {
  if (Number.isInteger(value)) return formatNumber(value, 0);
  return formatNumber(value, Math.abs(value) >= 100 ? 0 : 3);
}

function programmeTable(programme: NonNullable<LawResult['programme']>, styled: boolean): string {
  return textTable(
    [
      {
        kind: 'heading',
        text: `Programme: ${programme.label}`,
        cells: ['from week', 'to week', 'cost share'],
      },
      ...programme.steps.map(({ costShare, critical, end, everyMonths, label, owner, start }) => ({
        kind: 'row' as const,
        label: `${label}, ${owner}${critical ? '' : ' (not critical)'}${everyMonths === null ? '' : `, every ${formatNumber(everyMonths, 0)} months`}`,
        cells: [formatNumber(start, 1), formatNumber(end, 1), formatPercent(costShare)],
      })),
    ],
    styled,
  );
}
