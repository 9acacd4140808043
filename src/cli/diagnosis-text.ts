import { formatDate } from '../present/format-date.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatPercent } from '../present/format-share.ts';
import type { DerivedInput, LawFlow, LawResult } from '../schema/law-result.ts';
import type { ResolvedScenario } from '../schema/resolved.ts';
import { aside, strong, textTable, wrapped } from './text-table.ts';

/** A diagnosis for people: what applies, each flow, thresholds, duties, gaps, and what it costs. */
export function diagnosisText(law: LawResult, scenario: ResolvedScenario, styled: boolean): string {
  const head = (text: string) => strong(text, styled);
  const parts: readonly string[] = [
    head(`${scenario.name}: the law on ${formatDate(law.asOf)}`),
    ...(law.remarks.length === 0
      ? []
      : [law.remarks.map(({ message }) => wrapped(`Note: ${message}`)).join('\n')]),
    `${head('Which law applies')}\n${law.regimes.map(regimeText).join('\n')}`,
    `${head(`Flows (${law.flows.length})`)}\n${law.flows.map((flow, index) => flowText(flow, index, styled)).join('\n')}`,
    thresholdTable(law, styled),
    `${head(`Duties (${law.duties.length})`)}\n${law.duties.map(dutyText).join('\n')}`,
    `${head(`Where the two laws differ (${law.gaps.length})`)}\n${law.gaps
      .map(({ dual, pdpo, pipl, topic }) =>
        [
          `  ${topic}`,
          wrapped(`PIPL: ${pipl}`, 88, '      '),
          wrapped(`PDPO: ${pdpo}`, 88, '      '),
          wrapped(`Both: ${dual}`, 88, '      '),
        ].join('\n'),
      )
      .join('\n')}`,
    coverageTable(law, scenario, styled),
    derivedTable(law.derived, scenario, styled),
    ...(law.programme === null ? [] : [programmeTable(law.programme, styled)]),
    ...(law.unanswered.length === 0
      ? []
      : [wrapped(`Not answered, so taken as no or none: ${law.unanswered.join('; ')}.`)]),
    aside(
      'tandem diagnose FILE --why R6 (or programmeCost, exportedOrdinary, ...) says why.',
      styled,
    ),
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function regimeText({ applies, because, id, rules }: LawResult['regimes'][number]): string {
  const by = rules.length === 0 ? '' : ` (${rules.join(', ')})`;
  return wrapped(
    `${id.toUpperCase()} ${applies ? 'applies' : 'does not apply'}${by}: ${because}.`,
    88,
    '  ',
  );
}

function flowText(flow: LawFlow, index: number, styled: boolean): string {
  const laws = flow.regimes
    .map(({ applies, regime, rule }) =>
      applies ? `${regime.toUpperCase()} by ${rule}` : `not ${regime.toUpperCase()}`,
    )
    .join(', ');
  const { alternatives, because, label, rule } = flow.mechanism;
  const or = alternatives.length === 0 ? '' : ` or ${alternatives.join(' or ').toLowerCase()}`;
  const why = rule === '' ? '' : ` (${rule}): ${because}`;
  const bayArea = flow.bayArea;
  return [
    `  ${index + 1}. ${strong(flow.name, styled)}: ${flow.path.join(' > ')}`,
    wrapped(flow.tags.join(', '), 88, '     '),
    wrapped(`Law: ${laws}`, 88, '     '),
    wrapped(`Mechanism: ${label}${or}${why}.`, 88, '     '),
    ...(bayArea === null
      ? []
      : [
          wrapped(
            `Greater Bay Area contract: ${bayArea.available ? 'available' : 'not available'} (${bayArea.rule}).`,
            88,
            '     ',
          ),
        ]),
    wrapped(
      flow.missing.length === 0
        ? 'Gap: none, all required controls are in place.'
        : `Gap: ${flow.missing.map((id) => gapText(flow, id)).join('; ')}.`,
      88,
      '     ',
    ),
  ].join('\n');
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
        .map(({ label, leadsTo, limit, rule, value }) => ({
          kind: 'row' as const,
          label: `${label}: ${leadsTo} (${rule})`,
          cells: [formatNumber(value, 0), formatNumber(limit, 0)],
        })),
    ],
    styled,
  );
}

function dutyText({
  article,
  deadline,
  flows,
  from,
  regime,
  rule,
  text,
}: LawResult['duties'][number]): string {
  const since = from === null ? '' : `, in force since ${formatDate(from)}`;
  const whose = flows.length === 0 ? '' : ` Flows: ${flows.join(', ')}.`;
  return [
    wrapped(`${rule} ${regime.toUpperCase()}: ${text}`, 88, '  '),
    wrapped(`By when: ${deadline}. ${article}${since}.${whose}`, 88, '      '),
  ].join('\n');
}

function coverageTable(law: LawResult, { postures }: ResolvedScenario, styled: boolean): string {
  const labels = new Map(postures.map(({ id, label }) => [id, label]));
  return textTable(
    [
      { kind: 'heading', text: 'Required controls in place', cells: ['share'] },
      ...Object.entries(law.coverage).map(([id, share]) => ({
        kind: 'row' as const,
        label: id === 'today' ? 'Today' : `Under ${labels.get(id) ?? id}`,
        cells: [formatPercent(share)],
      })),
    ],
    styled,
  );
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
        cells: shown.map(({ id }) => amount(values[id] ?? values['all'] ?? 0)),
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
