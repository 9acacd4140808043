import type { Scenario } from '../schema/scenario.ts';
import type { DerivedInput, LawResult, ProgrammePlan } from '../schema/law-result.ts';
import { didYouMean } from '../schema/near-miss.ts';
import type { Model } from '../schema/model.ts';
import { childPointer } from '../schema/pointer.ts';
import type { ProgrammeTemplates } from '../schema/regime.ts';
import type { Value } from '../schema/value-form.ts';
import { unansweredOf } from './company-facts.ts';
import type { LawSetting } from './company-facts.ts';
import { deriveInputs } from './derive-inputs.ts';
import type { Derivation } from './derive-inputs.ts';
import { dutiesOf, flowsOf } from './duties.ts';
import { factsOf, namesOf } from './facts-of.ts';
import { becauseOf, flowVerdict } from './flow-verdict.ts';
import { impliedFlows } from './implied-flows.ts';
import { Inquiry } from './inquiry.ts';
import type { LawBook } from './law-book.ts';
import { remarksOf } from './remarks.ts';
import { coverage } from './required-controls.ts';
import { scheduleProgramme } from './schedule-programme.ts';

/** The laws, and the ready plans of a programme. */
export interface Law {
  readonly book: LawBook;
  readonly programmes: ProgrammeTemplates;
}

export interface AppliedLaw {
  readonly result: LawResult;
  /** Values for inputs that the scenario leaves open. */
  readonly inputs: Readonly<Record<string, Value>>;
  /** The same, and for inputs that it gives, what they would be without. */
  readonly fallback: Readonly<Record<string, Value>>;
}

/** Something in the scenario that the law cannot follow. */
export interface LawProblem {
  readonly pointer: string;
  readonly message: string;
}

/** Asks the law, wherever its book comes from. */
export type ApplyLaw = (
  scenario: Scenario,
  model: Model,
  setting: LawSetting,
) => { readonly applied: AppliedLaw | null; readonly problems: readonly LawProblem[] };

/** Asks the law about the company and flows of a scenario: what it requires, and what that sets. */
export function applyLaw(
  { book, programmes }: Law,
  scenario: Scenario,
  model: Model,
  setting: LawSetting,
): { readonly applied: AppliedLaw | null; readonly problems: readonly LawProblem[] } {
  const problems = problemsOf(book, scenario, model);
  const scheduled =
    scenario.programme === undefined ? null : scheduleProgramme(scenario.programme, programmes);
  if (scheduled !== null && 'problem' in scheduled)
    problems.push({ pointer: '/programme', message: scheduled.problem });
  if (problems.length > 0) return { applied: null, problems };
  const plan = scheduled !== null && 'plan' in scheduled ? scheduled.plan : null;

  const company = scenario.company ?? {};
  const inquiry = new Inquiry(
    book,
    {
      company,
      flows: scenario.flows?.map((flow) => ({ flow, implied: false })) ?? impliedFlows(company),
      setting,
      drafts: scenario.law?.drafts ?? [],
      assumptions: scenario.law?.assumptions ?? {},
    },
    {
      coverageUnderPipl: (asked) => coverage(asked, ['pipl']),
      coverageUnderPdpo: (asked) => coverage(asked, ['pdpo']),
      coverageUnderBoth: (asked) => coverage(asked, ['pipl', 'pdpo']),
    },
  );
  const hasProfile = scenario.company !== undefined || scenario.flows !== undefined;
  const postures = Object.keys(model.postures);
  const derivations = [
    ...(hasProfile ? deriveInputs(inquiry, postures) : []),
    ...(plan === null ? [] : [weeksOf(plan, postures, model.comparison.of)]),
  ].filter(({ input, values }) => fits(model, input, values));
  const derived = derivations.map((each) => describeInput(each, scenario, model));
  const used = derivations.filter((_, index) => derived[index]?.status === 'used');
  const wanted = derivations.filter(({ input }) => isWanted(scenario, input));
  const valuesOf = (each: readonly Derivation[]) =>
    Object.fromEntries(each.map((derivation) => [derivation.input, valueOf(derivation)]));
  return {
    problems: [],
    applied: {
      result: resultOf(inquiry, derived, plan),
      inputs: valuesOf(used),
      fallback: valuesOf(wanted),
    },
  };
}

function resultOf(
  inquiry: Inquiry,
  derived: readonly DerivedInput[],
  programme: ProgrammePlan | null,
): LawResult {
  const { book } = inquiry;
  const { asOf } = inquiry.case.setting;
  const laws = book.regimes.filter(({ id }) => id !== 'costs');
  return {
    asOf,
    drafts: [...inquiry.case.drafts],
    regimes: laws.map(({ id, title, version }) => regimeOf(inquiry, id, title, version)),
    rules: Object.fromEntries(
      book.regimes.flatMap((regime) =>
        Object.entries(regime.rules).map(([name, rule]) => [
          name,
          {
            regime: regime.id,
            title: rule.title,
            article: rule.article,
            condition: rule.when,
            because: rule.because,
            status: inquiry.status(name, null),
            from: rule.inForce.from ?? null,
            to: rule.inForce.to ?? null,
            confidence: rule.confidence,
            evidence: [...rule.evidence],
            note: rule.note ?? '',
            flows: flowsOf(inquiry, name).map((flow) => inquiry.case.flows[flow]?.flow.name ?? ''),
          },
        ]),
      ),
    ),
    flows: inquiry.flows.map((_, flow) => flowVerdict(inquiry, flow)),
    thresholds: book.regimes.flatMap((regime) =>
      regime.thresholds.map(({ leadsTo, limit, rule, value }) => ({
        label: namesOf(book)[value]?.label ?? value,
        value: numberOf(inquiry, value),
        limit,
        rule,
        leadsTo,
        inForce: ['holds', 'does not hold'].includes(inquiry.status(rule, null)),
      })),
    ),
    duties: dutiesOf(inquiry),
    gaps: book.gapTable
      .filter(({ when }) => inquiry.meets(when, null))
      .map(({ when: _when, ...row }) => ({ ...row, evidence: [...row.evidence] })),
    coverage: {
      today: coverage(inquiry, []),
      'pipl-only': coverage(inquiry, ['pipl']),
      'pdpo-only': coverage(inquiry, ['pdpo']),
      dual: coverage(inquiry, ['pipl', 'pdpo']),
    },
    derived: [...derived],
    programme,
    names: namesOf(book),
    facts: factsOf(inquiry, null),
    unanswered: unansweredOf(inquiry.case.company),
    remarks: remarksOf(inquiry, derived),
  };
}

function regimeOf(
  inquiry: Inquiry,
  id: string,
  title: string,
  version: string,
): LawResult['regimes'][number] {
  const by = (id === 'pipl' ? ['R2', 'R3', 'R4'] : ['R1']).filter((rule) =>
    inquiry.holds(rule, null),
  );
  const not = id === 'pipl' ? ['R5'] : [];
  const notYet = inquiry.status(id === 'pipl' ? 'R2' : 'R1', null) === 'not yet in force';
  const applies = by.length > 0;
  const because = notYet
    ? 'it was not in force on the law date'
    : applies
      ? by.map((rule) => becauseOf(inquiry, rule)).join('; ')
      : id === 'pipl'
        ? becauseOf(inquiry, 'R5')
        : 'the company decides on no flow in or from Hong Kong';
  return { id, title, version, applies, rules: applies ? by : notYet ? [] : not, because };
}

/** A figure by its name; no formula, so that nothing has to read it. */
function numberOf(inquiry: Inquiry, name: string): number {
  const value = inquiry.value(name, null);
  return typeof value === 'number' ? value : NaN;
}

/** The length of the programme, for the posture that it leads to. */
function weeksOf(plan: ProgrammePlan, postures: readonly string[], of: string): Derivation {
  const values = Object.fromEntries(
    postures.map((posture) => [posture, posture === of ? plan.weeks : 0]),
  );
  return {
    input: 'programmeWeeks',
    values,
    steps: {
      [of]: [
        {
          rule: 'programme',
          label: `Plan of the programme, ${plan.label}`,
          how: 'add',
          formula: 'end of the last step',
          amount: plan.weeks,
        },
      ],
    },
    rules: ['programme'],
  };
}

/** Whether the model has such an input, which varies as the law has it vary. */
function fits(model: Model, input: string, values: Readonly<Record<string, number>>): boolean {
  const known = Object.hasOwn(model.inputs, input) ? model.inputs[input] : undefined;
  return known !== undefined && ('all' in values || known.by.includes('posture'));
}

function describeInput(
  { input, rules, steps, values }: Derivation,
  scenario: Scenario,
  model: Model,
): DerivedInput {
  const known = model.inputs[input];
  const given = Object.hasOwn(scenario.inputs ?? {}, input);
  return {
    input,
    label: known?.label ?? input,
    unit: known?.unit ?? '',
    status: given ? 'overridden' : isWanted(scenario, input) ? 'used' : 'shown',
    values: { ...values },
    steps: Object.fromEntries(Object.entries(steps).map(([posture, each]) => [posture, [...each]])),
    rules: [...rules],
  };
}

/** Whether the scenario wants the law to set an input that it does not give itself. */
function isWanted({ law }: Scenario, input: string): boolean {
  const derive = law?.derive ?? 'missing';
  return Array.isArray(derive) ? derive.includes(input) : derive === 'missing';
}

function valueOf({ rules, values }: Derivation): Value {
  const { all } = values;
  const note = `Set by the law: ${rules.join(', ')}.`;
  return { value: all ?? { ...values }, note };
}

function problemsOf(book: LawBook, scenario: Scenario, model: Model): LawProblem[] {
  const { assumptions, derive } = scenario.law ?? {};
  const known = [...book.entries].flatMap(([name, { kind }]) =>
    kind === 'assumption' ? [name] : [],
  );
  const derivable = [
    ...new Set([
      ...book.regimes.flatMap(({ rules }) =>
        Object.values(rules).flatMap(({ effects }) => effects.map(({ input }) => input)),
      ),
      'programmeWeeks',
    ]),
  ].filter((name) => Object.hasOwn(model.inputs, name));
  return [
    ...Object.keys(assumptions ?? {})
      .filter((name) => !known.includes(name))
      .map((name) => ({
        pointer: childPointer('/law/assumptions', name),
        message: `the law makes no assumption "${name.slice(0, 40)}"${didYouMean(name, known)}`,
      })),
    ...(Array.isArray(derive) ? derive : []).flatMap((name, index) =>
      derivable.includes(name)
        ? []
        : [
            {
              pointer: `/law/derive/${index}`,
              message: `the law sets no input "${name.slice(0, 40)}"${didYouMean(name, derivable) || `; it sets ${derivable.join(', ')}`}`,
            },
          ],
    ),
  ];
}
