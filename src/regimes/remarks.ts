import type { DerivedInput, LawResult } from '../schema/law-result.ts';
import type { Inquiry } from './inquiry.ts';
import { platformPlace } from './flow-facts.ts';
import { placeOf } from './places.ts';

type Remark = LawResult['remarks'][number];

/** What a reader should know of a diagnosis besides its answers. */
export function remarksOf(inquiry: Inquiry, derived: readonly DerivedInput[]): Remark[] {
  return [
    ...scopeRemarks(inquiry, derived),
    ...platformRemarks(inquiry),
    ...boundaryRemarks(inquiry),
    ...inquiry.case.drafts.map((draft): Remark => ({
      code: 'draft',
      message: `The draft "${draft}" counts as if it were law.`,
      evidence: draft === 'small-handlers' ? ['L31'] : ['P7'],
    })),
    ...(inquiry.case.flows.some(({ implied }) => implied)
      ? [
          {
            code: 'implied-flows',
            message:
              'No inventory of flows is given: these flows are made from the profile, as a first picture.',
            evidence: [],
          },
        ]
      : []),
  ];
}

/** Inputs that stand for what PIPL asks, with the postures that comply with it. */
const piplInputs: readonly string[] = ['auditsPerYear', 'filingsPerYear'];

function scopeRemarks(inquiry: Inquiry, derived: readonly DerivedInput[]): Remark[] {
  if (inquiry.holds('piplApplies', null)) return [];
  const notYet = inquiry.status('R2', null) === 'not yet in force';
  const why = notYet
    ? 'PIPL does not apply: it was not in force on the law date.'
    : 'PIPL does not apply (R5): no step takes place in the mainland and nothing is aimed at people there.';
  const overridden = derived.filter(
    ({ input, status }) => status === 'overridden' && piplInputs.includes(input),
  );
  return [
    {
      code: 'pipl-does-not-apply',
      message: `${why} What PIPL asks for costs nothing.`,
      evidence: ['L1', 'L2'],
    },
    ...overridden.map(({ input, label }): Remark => ({
      code: 'overrides-scope',
      message: `The scenario gives ${input} (${label}) a value of its own, although PIPL does not apply.`,
      evidence: ['L1', 'L2'],
    })),
  ];
}

function platformRemarks(inquiry: Inquiry): Remark[] {
  const { company, flows } = inquiry.case;
  const presumed = flows.filter(
    ({ flow }) => flow.processor !== undefined && flow.processorPlace === undefined,
  );
  if (presumed.length === 0) return [];
  const code = company.accountCountryCode;
  const place = placeOf(platformPlace(company)).label;
  return [
    {
      code: 'platform-presumed',
      message: `Where the processor keeps data is not given for ${presumed.length} ${presumed.length === 1 ? 'flow' : 'flows'}. ${
        code === undefined
          ? 'No country code of the account is given either, so Singapore is presumed'
          : `An account with ${code} falls under the vendor's terms for ${code === '+86' ? 'the mainland' : place}, so that is presumed`
      }; ask the vendor where it stores the data.`,
      evidence: ['T0'],
    },
  ];
}

function boundaryRemarks(inquiry: Inquiry): Remark[] {
  const at = [
    ['exportedOrdinary', 1_000_000],
    ['exportedSensitive', 10_000],
  ] as const;
  return at
    .filter(([name, limit]) => inquiry.value(name, null) === limit)
    .map(([, limit]) => ({
      code: 'on-the-boundary',
      message: `Exports stand at exactly ${grouped(limit)} people. The Chinese wording may include the number itself; plan for the CAC's assessment.`,
      evidence: ['L22', 'L23'],
    }));
}

function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
