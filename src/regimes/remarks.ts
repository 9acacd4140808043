import type { DerivedInput, LawRegime, LawResult } from '../schema/law-result.ts';
import type { Inquiry } from './inquiry.ts';
import { platformPlace } from './flow-path.ts';
import { placeLabel } from './places.ts';

type Remark = LawResult['remarks'][number];

/** What a reader should know of a diagnosis besides its answers. */
export function remarksOf(
  inquiry: Inquiry,
  regimes: readonly LawRegime[],
  derived: readonly DerivedInput[],
): Remark[] {
  return [
    ...scopeRemarks(inquiry, regimes, derived),
    ...reviewRemarks(inquiry, regimes),
    ...platformRemarks(inquiry),
    ...inquiry.book.regimes.flatMap(({ id, remarks }) =>
      remarks
        .filter(
          ({ scope, when }) =>
            inquiry.meets(when, null) ||
            (scope === 'flow' && inquiry.flows.some((_, flow) => inquiry.meets(when, flow))),
        )
        .map(({ evidence, message }): Remark => ({
          code: `law-${id}`,
          message,
          evidence: [...evidence],
        })),
    ),
    ...inquiry.case.drafts.map((draft): Remark => ({
      code: 'draft',
      message: `The draft "${draft}" counts as if it were law.`,
      evidence: draftEvidence(inquiry, draft),
    })),
    ...rangeRemarks(derived),
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

function draftEvidence({ book }: Inquiry, draft: string): string[] {
  const rules = book.regimes.flatMap((regime) => Object.values(regime.rules));
  return [
    ...new Set(rules.filter((rule) => rule.draft === draft).flatMap((rule) => rule.evidence)),
  ];
}

/** Laws that certainly do not apply, and inputs of theirs that the scenario sets all the same. */
function scopeRemarks(
  inquiry: Inquiry,
  regimes: readonly LawRegime[],
  derived: readonly DerivedInput[],
): Remark[] {
  return regimes.flatMap(({ applies, because, id, rules, short }) => {
    const regime = inquiry.book.regimes.find((each) => each.id === id);
    if (applies !== false || regime?.scope === undefined) return [];
    const by = rules.length === 0 ? '' : ` (${rules.join(', ')})`;
    const evidence = rules.flatMap((rule) => regime.rules[rule]?.evidence ?? []);
    const { costs } = regime.scope;
    const overridden = derived.filter(
      ({ input, status }) => status === 'overridden' && costs.includes(input),
    );
    return [
      {
        code: `${id}-does-not-apply`,
        message: `${short} does not apply${by}: ${because}. What it asks for costs nothing.`,
        evidence,
      },
      ...overridden.map(({ input, label }): Remark => ({
        code: 'overrides-scope',
        message: `The scenario gives ${input} (${label}) a value of its own, although ${short} does not apply.`,
        evidence,
      })),
    ];
  });
}

/** Where the law date lies after the day until which the law is known. */
function reviewRemarks(inquiry: Inquiry, regimes: readonly LawRegime[]): Remark[] {
  const { asOf } = inquiry.case.setting;
  return regimes
    .filter(({ reviewed }) => asOf > reviewed)
    .map(({ reviewed, short }) => ({
      code: 'after-review',
      message: `${short} is known until ${reviewed}; what has become law between then and ${asOf} is not in this diagnosis.`,
      evidence: [],
    }));
}

function platformRemarks(inquiry: Inquiry): Remark[] {
  const { company, flows } = inquiry.case;
  const code = company.accountCountryCode;
  const place = platformPlace(company);
  const presumed = flows.filter(
    ({ flow, implied }) =>
      !implied && flow.processor !== undefined && flow.processorPlace === undefined,
  );
  if (presumed.length === 0 || place === null) return [];
  return [
    {
      code: 'platform-presumed',
      message: `Where the processor keeps data is not given for ${presumed.length} ${presumed.length === 1 ? 'flow' : 'flows'}. An account with ${code} falls under the vendor's terms for ${code === '+86' ? 'the mainland' : placeLabel(place)}, so that is presumed; ask the vendor where it stores the data.`,
      evidence: ['T0'],
    },
  ];
}

/** Inputs that are not known, and what the run makes of them. */
function rangeRemarks(derived: readonly DerivedInput[]): Remark[] {
  const hanging = derived.flatMap(({ label, status, values }) => {
    const ranges = Object.values(values).filter((value) => typeof value === 'object');
    if (status !== 'used' || ranges.length === 0) return [];
    return [{ label: label.toLowerCase(), isBounded: ranges.every(({ to }) => to !== null) }];
  });
  const labels = (isBounded: boolean): string =>
    hanging
      .filter((each) => each.isBounded === isBounded)
      .map(({ label }) => label)
      .join('; ');
  const [drawn, least] = [labels(true), labels(false)];
  return [
    ...(drawn === ''
      ? []
      : [
          {
            code: 'range',
            message: `These figures hang on what is not answered, and the run draws them evenly from between what they may be: ${drawn}.`,
            evidence: [],
          },
        ]),
    ...(least === ''
      ? []
      : [
          {
            code: 'left-out',
            message: `These figures hang on how many or how much, which is not answered; only the least that they can be is counted, so the cost is too low: ${least}.`,
            evidence: [],
          },
        ]),
  ];
}
