import { claimsInWords } from '../present/claims-in-words.ts';
import { formatPercent } from '../present/format-share.ts';
import { mechanismsInWords, rangeInWords } from '../present/law-in-words.ts';
import { lawName, lawfulnessInWords } from '../present/lawfulness-in-words.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { LawResult } from '../schema/law-result.ts';
import type { Result } from '../schema/result.ts';
import { assumptionRows } from './assumption-rows.ts';
import { formatOf, heads, number, text, titled } from './sheet.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** Every input with its value, distribution, unit, source, class and who set it. */
export function assumptionsSheet(briefing: Briefing, result: Result, evidence: Evidence): Sheet {
  return {
    name: 'Assumptions',
    rows: [
      ...titled(
        'Assumptions',
        'What the run rests on. The value of a distribution is its median. The class says what kind of evidence the model names for an input; a vendor\u2019s claim is not a fact.',
      ),
      heads(
        'Group',
        'Input',
        'For',
        'Value',
        'Unit',
        'Currency',
        'Distribution',
        'How it spreads',
        'Set by',
        'Class',
        'Source',
        'Note',
        'Evidence',
        'Name in the model',
      ),
      ...assumptionRows(briefing, result, evidence).map((row): readonly SheetCell[] => [
        text(row.group),
        text(row.label),
        text(row.of),
        typeof row.value === 'string' ? text(row.value) : number(row.value, formatOf(row.unit)),
        text(row.unit.replace(/^HKD/, row.currency === '' ? 'HKD' : row.currency)),
        text(row.currency),
        text(row.distribution),
        text(row.spread),
        text(row.setBy),
        text(row.classes.join(', ')),
        text(row.source),
        text(row.note),
        text(row.evidence.join(', ')),
        text(row.input),
      ]),
    ],
    widths: [20, 40, 18, 14, 16, 10, 44, 44, 24, 26, 30, 40, 16, 26],
    frozen: { rows: 4, columns: 2 },
  };
}

/** Published claims against what the model gives. */
export function claimsSheet(result: Result): Sheet {
  return {
    name: 'Claims',
    rows: [
      ...titled(
        'Claims',
        'What a vendor\u2019s article claims, and what this scenario gives instead. A claim is not a fact.',
      ),
      heads(
        'Id',
        'Kind',
        'Claim',
        'Figure',
        'Claimed',
        'In this run',
        'Verdict',
        'Why',
        'Law',
        'Evidence',
      ),
      ...claimsInWords(result.claims).flatMap((claim) => {
        const figures =
          claim.figures.length === 0
            ? [{ label: '', published: '', computed: '', verdict: claim.verdict }]
            : claim.figures;
        return figures.map((figure): readonly SheetCell[] => [
          text(claim.id),
          text(claim.kind),
          text(claim.statement, 'wrap'),
          text(figure.label),
          text(figure.published),
          text(figure.computed),
          text(figure.verdict),
          text(claim.why, 'wrap'),
          text(claim.law.join('; '), 'wrap'),
          text(claim.evidence.join(', ')),
        ]);
      }),
    ],
    widths: [8, 30, 60, 34, 16, 16, 22, 60, 40, 18],
    frozen: { rows: 4, columns: 1 },
  };
}

/** What the law asks for, flow by flow, and what is missing. */
export function lawSheet({ law, manifest }: Result): Sheet {
  return {
    name: 'Duties and gaps',
    rows: [
      ...titled(
        'Duties and gaps',
        law === undefined
          ? 'This scenario has no company and no flows, so the law has not been asked.'
          : `What the law asks for on ${manifest.asOf}. This is a calculation by rules, not legal advice.`,
      ),
      ...(law === undefined ? [] : lawRows(law)),
    ],
    widths: [34, 44, 40, 40, 40, 24],
    frozen: { rows: law === undefined ? 0 : 3, columns: 1 },
  };
}

function lawRows(law: LawResult): (readonly SheetCell[])[] {
  const { coverage, duties, flows, gaps, postures, regimes } = law;
  const columns = regimes.filter(({ id }) => gaps.some(({ asks }) => id in asks));
  const missing = (flow: LawResult['flows'][number]) =>
    flow.missing.map((id) => flow.controls.find((each) => each.id === id)?.label ?? id);
  return [
    heads('Law', 'Applies', 'Because', 'Rules'),
    ...regimes.map((regime) => [
      text(regime.short),
      text(regime.applies === null ? 'not known' : regime.applies ? 'yes' : 'no'),
      text(regime.because, 'wrap'),
      text(regime.rules.join(', ')),
    ]),
    [],
    heads('Duty under', 'What is to be done', 'Article', 'When', 'For the flows', 'Evidence'),
    ...duties.map((duty) => [
      text(`${lawName(law, duty.regime)} (${duty.rule})`),
      text(duty.status === 'applies' ? duty.text : `Not known: ${duty.text}`, 'wrap'),
      text(duty.article),
      text(duty.deadline),
      text(duty.flows.join('; '), 'wrap'),
      text(duty.evidence.join(', ')),
    ]),
    [],
    heads('Flow', 'Way', 'Laws', 'Transfer mechanism', 'Controls missing', 'Controls in place'),
    ...flows.map((flow) => [
      text(flow.name),
      text(flow.path.join(' \u2192 ')),
      text(
        flow.regimes
          .filter(({ applies }) => applies !== false)
          .map(({ applies, regime, rule }) =>
            applies === null
              ? `${lawName(law, regime)} not known`
              : `${lawName(law, regime)} by ${rule}`,
          )
          .join(', '),
      ),
      text(mechanismsInWords(law, flow), 'wrap'),
      text(missing(flow).join('; '), 'wrap'),
      text(
        flow.controls
          .filter(({ inPlace }) => inPlace)
          .map(({ label }) => label)
          .join('; '),
        'wrap',
      ),
    ]),
    [],
    heads('Where the laws differ', ...columns.map(({ short }) => short), 'For all', 'Evidence'),
    ...gaps.map((gap) => [
      text(gap.topic),
      ...columns.map(({ id }) => text(gap.asks[id] ?? '', 'wrap')),
      text(gap.together, 'wrap'),
      text(gap.evidence.join(', ')),
    ]),
    [],
    heads('Share of required controls in place', 'Share', 'Before the law'),
    ...[
      { id: 'today', share: coverage, lawful: '' },
      ...Object.entries(postures).map(([id, each]) => ({
        id,
        share: each.coverage,
        lawful: lawfulnessInWords(each, law),
      })),
    ].map(({ id, lawful, share }) => [
      text(id),
      typeof share === 'number'
        ? number(share, 'share')
        : text(rangeInWords(share, (each) => formatPercent(each))),
      text(lawful),
    ]),
  ];
}

/** What was run, so that anyone can run it again. */
export function manifestSheet({ format, manifest, warnings }: Result): Sheet {
  const { exchangeRates, model, scenario } = manifest;
  const entries: readonly (readonly [string, string | number])[] = [
    ['Scenario', scenario.name],
    ['Scenario file', scenario.file],
    ['Scenario hash', scenario.hash],
    ['Model', `${model.id} ${model.version}`],
    ['Model hash', model.hash],
    ['Law date', manifest.asOf],
    ['Tandem (engine) version', manifest.tandem],
    ['Result format', format],
    ['Seed', manifest.seed],
    ['Sampling', manifest.sampling],
    ['Coupling', manifest.coupling],
    ['Simulated futures', manifest.trials],
    ['Replicates', manifest.replicates],
    ['Years', manifest.years],
    ['Amounts in this workbook', 'HK$'],
    ...Object.entries(exchangeRates).map(([currency, rate]): readonly [string, number] => [
      `HK$ for one ${currency}`,
      rate,
    ]),
    ['Result hash', manifest.resultHash],
  ];
  return {
    name: 'Manifest',
    rows: [
      ...titled(
        'Manifest',
        'The same scenario, model, seed and number of futures give the same result hash on any machine: \u201ctandem verify\u201d proves it.',
      ),
      heads('What', 'Value'),
      ...entries.map(([name, value]) => [
        text(name),
        typeof value === 'string' ? text(value) : number(value, 'general'),
      ]),
      ...(warnings.length === 0 ? [] : [[], heads('Warning', 'What it says')]),
      ...warnings.map(({ code, message }) => [text(code), text(message)]),
    ],
    widths: [30, 90],
    frozen: { rows: 4, columns: 0 },
  };
}
