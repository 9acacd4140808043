import { factInWords } from '../../present/fact-in-words.ts';
import {
  controlLabels,
  dataKindFacts,
  purposeLabels,
  subjectFacts,
} from '../../regimes/flow-labels.ts';
import { placeLabel } from '../../regimes/places.ts';
import { csvText } from '../../schema/csv-text.ts';
import type { CsvCell } from '../../schema/csv-text.ts';
import type { LawFlow } from '../../schema/law-result.ts';
import { mechanismInWords, openOf } from './flow-words.ts';
import { inventoryFlow, stampOf } from './papers-parts.ts';
import type { PapersParts } from './papers-parts.ts';

/** A column of the register: its head, how wide it is on a sheet, and what stands in it. */
export interface RegisterColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (flow: LawFlow, index: number) => CsvCell;
}

/** What an answer is shown as that the file does not give. */
const notSaid = 'not said in the file';

/**
 * The register of processing: one row a flow, what the file says of it, and what the law says of
 * that. Columns that the file knows nothing of are there to be filled in.
 */
export function registerColumns(parts: PapersParts): readonly RegisterColumn[] {
  const { company, law } = parts;
  // Not each law has mechanisms of transfer.
  const laws = law.regimes.filter(({ id }) =>
    law.flows.some(({ mechanisms }) => mechanisms.some(({ regime }) => regime === id)),
  );
  const listed = (names: readonly string[], none = 'none') => names.join('; ') || none;
  const own = (index: number) => inventoryFlow(parts, index);
  const count = (name: string) => (flow: LawFlow) => {
    const value = flow.facts[name];
    if (value === undefined) return null;
    return typeof value === 'number' ? value : factInWords(value, '');
  };
  const column = (head: string, width: number, cell: RegisterColumn['cell']) => ({
    head,
    width,
    cell,
  });
  return [
    column('Flow', 34, ({ name }) => name),
    column('Known from', 18, ({ exists, implied }) =>
      exists === null
        ? 'not known whether there is one'
        : !exists
          ? 'there is none, as things are'
          : implied
            ? 'made from the answers'
            : 'the inventory',
    ),
    column('Company', 24, () => company?.name ?? notSaid),
    column('Purpose', 24, (_, index) => {
      const flow = own(index);
      return flow === null ? notSaid : purposeLabels[flow.purpose];
    }),
    column('People', 30, ({ tags }, index) => {
      const flow = own(index);
      if (flow === null) return notSaid;
      const { label } = subjectFacts[flow.subjects];
      return tags.find((tag) => tag.startsWith(`${label} in `)) ?? label;
    }),
    column('Number of people', 14, count('people')),
    column('Of them with sensitive data', 14, count('sensitivePeople')),
    column('Of them under 14', 14, count('minors')),
    column('Of them under 18', 14, count('under18')),
    column('Kinds of data', 34, (flow, index) =>
      listed(own(index)?.data.map((kind) => dataKindFacts[kind].label) ?? flow.tags),
    ),
    column('Way', 34, ({ path }) => path.join(' \u2192 ')),
    column('Processor', 22, (_, index) => {
      const flow = own(index);
      if (flow === null) return notSaid;
      return flow.processor ?? (flow.processorPlace === undefined ? 'none named' : 'not named');
    }),
    column('Recipient', 26, (_, index) => {
      const flow = own(index);
      if (flow === null) return notSaid;
      const role = flow.recipientRole ?? 'role not said';
      return `${placeLabel(flow.recipient ?? flow.to)} (${role})`;
    }),
    column('Passed on to', 18, (_, index) => {
      const flow = own(index);
      if (flow === null) return notSaid;
      return flow.onwardTo === undefined ? 'none named' : placeLabel(flow.onwardTo);
    }),
    column('Legal basis', 16, (_, index) => own(index)?.legalBasis ?? notSaid),
    column('Export needed for', 18, (_, index) => own(index)?.exportNecessary ?? notSaid),
    ...law.regimes.map(({ id, short }) =>
      column(short, 44, (flow) => {
        const verdict = flow.regimes.find(({ regime }) => regime === id);
        if (verdict === undefined) return null;
        const { applies, because, open, rule } = verdict;
        if (applies === null) return `not known. ${openOf(law, open)}`.trim();
        const article = law.rules[rule]?.article ?? rule;
        return `${applies ? 'applies' : 'does not apply'} (${rule}, ${article}): ${because}`;
      }),
    ),
    ...laws.flatMap(({ id, short }) => {
      const of = (flow: LawFlow) => flow.mechanisms.find(({ regime }) => regime === id);
      return [
        column(`${short}: transfer mechanism`, 40, (flow) => {
          const mechanism = of(flow);
          return mechanism === undefined ? null : mechanismInWords(law, { ...flow, mechanism });
        }),
        column(`${short}: transfer by`, 26, (flow) => {
          const rule = of(flow)?.rule ?? '';
          return rule === '' ? '' : `${rule}, ${law.rules[rule]?.article ?? ''}`;
        }),
        column(`${short}: transfer, why`, 50, (flow) => {
          const { because = '', note = '' } = of(flow) ?? {};
          return [because, note].filter((each) => each !== '').join('. ');
        }),
      ];
    }),
    column('Controls in place', 34, (_, index) => {
      const flow = own(index);
      if (flow === null) return notSaid;
      return listed(
        (flow.controls ?? []).map((id) => controlLabels[id]),
        'none named',
      );
    }),
    column('Controls missing', 44, (flow) => listed(missing(flow), 'none that is known')),
    column('Not known', 44, (flow) =>
      openOf(law, [
        ...flow.mechanisms.flatMap(({ open }) => open),
        ...flow.regimes.flatMap(({ open }) => open),
        ...flow.controls.flatMap(({ open }) => open),
      ]),
    ),
    column('Duties', 60, ({ name }) =>
      listed(
        law.duties
          .filter(({ flows, status }) => status === 'applies' && flows.includes(name))
          .map(({ article, text }) => `${text} (${article})`),
      ),
    ),
    column('Remarks', 44, ({ remarks }) => remarks.join(' ')),
    column('Kept until (fill in)', 18, () => ''),
    column('Owner (fill in)', 18, () => ''),
  ];
}

function missing(flow: LawFlow): readonly string[] {
  return flow.missing.map((id) => {
    const control = flow.controls.find((each) => each.id === id);
    const asked = control?.askedBy.map(({ article }) => article).join(', ') ?? '';
    return `${control?.label ?? id} (${asked})`;
  });
}

/** The register as CSV; what it was made from stands in the last columns of every row. */
export function registerCsv(parts: PapersParts): string {
  const stamp = stampOf(parts);
  const columns: readonly RegisterColumn[] = [
    ...registerColumns(parts),
    ...(
      [
        ['Case', stamp.caseName],
        ['Law of', stamp.lawDate],
        ['Law known until', stamp.reviewed],
        ['Made by', stamp.made],
        ['Note', stamp.notice],
      ] as const
    ).map(([head, value]) => ({ head, width: 0, cell: () => value })),
  ];
  return csvText([
    columns.map(({ head }) => head),
    ...parts.law.flows.map((flow, index) => columns.map(({ cell }) => cell(flow, index))),
  ]);
}
