import type { Company } from '../schema/company.ts';
import type { Flow } from '../schema/flow.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { DerivedInput, LawResult, ProgrammePlan } from '../schema/law-result.ts';
import type { Model } from '../schema/model.ts';
import { childPointer } from '../schema/pointer.ts';
import type { PostureFacts } from '../schema/posture-facts.ts';
import type { ProgrammeTemplates, Regime } from '../schema/regime.ts';
import type { TellDistribution } from '../schema/told-distribution.ts';
import type { Quantity, Value } from '../schema/value-form.ts';
import type { ComingLaw } from '../schema/coming-law.ts';
import { comingLaw } from './coming-law.ts';
import type { LawSetting } from './company-facts.ts';
import { computedFacts } from './computed-facts.ts';
import { deriveInputs } from './derive-inputs.ts';
import type { Derivation } from './derive-inputs.ts';
import { dutiesOf, flowsOf } from './duties.ts';
import { asksOf, endsOf } from './fact.ts';
import type { FactValue } from './fact.ts';
import { factsOf, namesOf } from './facts-of.ts';
import { flowVerdict } from './flow-verdict.ts';
import { gapsOf } from './gaps.ts';
import { impliedFlows } from './implied-flows.ts';
import { Inquiry } from './inquiry.ts';
import type { KnownFlow } from './known-flow.ts';
import type { LawBook } from './law-book.ts';
import type { LawProblem } from '../schema/law-problem.ts';
import { lawfulnessOf } from './lawfulness.ts';
import { postureCase } from '../schema/posture-case.ts';
import type { PostureCase } from '../schema/posture-case.ts';
import { possibleChanges } from './possible-change.ts';
import { questionsOf } from './questions.ts';
import { regimeVerdicts } from './regime-verdicts.ts';
import { remarksOf } from './remarks.ts';
import { coverage } from './required-controls.ts';
import { scheduleProgramme } from './schedule-programme.ts';
import { scenarioProblems } from './scenario-problems.ts';
import { toldChange, withChanges } from './told-change.ts';
import { toldNumber } from './told.ts';

/** All laws that Tandem knows, and the ready plans of a programme. */
export interface Law {
  readonly regimes: readonly Regime[];
  /** Puts some of them together. */
  readonly open: (regimes: readonly Regime[]) => LawBook;
  readonly programmes: ProgrammeTemplates;
}

export interface AppliedLaw {
  readonly result: LawResult;
  /** Values for inputs that the scenario leaves open. */
  readonly inputs: Readonly<Record<string, Value>>;
  /** The same, and for inputs that it gives, what they would be without. */
  readonly fallback: Readonly<Record<string, Value>>;
  /** What changes of the law that may come would make of the inputs. */
  readonly coming: ComingLaw;
}

/** Asks the law, wherever its book comes from. */
export type ApplyLaw = (
  scenario: Scenario,
  model: Model,
  setting: LawSetting,
  // Handed in, since a page has the distributions at hand before it fetches the law.
  tell: TellDistribution,
) => { readonly applied: AppliedLaw | null; readonly problems: readonly LawProblem[] };

/**
 * Asks the law about the company and flows of a scenario: what it requires, of each posture under
 * its own facts, and what that sets.
 */
export function applyLaw(
  { open, programmes, regimes: all }: Law,
  scenario: Scenario,
  model: Model,
  setting: LawSetting,
  tell: TellDistribution,
): { readonly applied: AppliedLaw | null; readonly problems: readonly LawProblem[] } {
  const wantedLaws = scenario.law?.regimes;
  const book = open(
    all.filter(({ byDefault, id, kind }) =>
      kind === 'assumptions' || wantedLaws === undefined ? byDefault : wantedLaws.includes(id),
    ),
  );
  const postures = posturesOf(scenario, model);
  const problems = scenarioProblems(book, all, scenario, model, postures);
  const scheduled =
    scenario.programme === undefined ? null : scheduleProgramme(scenario.programme, programmes);
  if (scheduled !== null && 'problem' in scheduled)
    problems.push({ pointer: '/programme', message: scheduled.problem });

  const given = { company: scenario.company ?? {}, flows: scenario.flows };
  const counted = scenario.law?.drafts ?? [];
  const { changes, problems: changeProblems } = possibleChanges(scenario, setting.asOf, tell);
  problems.push(...changeProblems);
  const inquiryOf = (
    { company, flows }: PostureCase,
    keeps: readonly string[],
    coming: readonly string[] = [],
  ): Inquiry =>
    new Inquiry(
      book,
      {
        company,
        flows: knownFlows(flows, company, book),
        setting,
        drafts: [...counted, ...coming],
        assumptions: scenario.law?.assumptions ?? {},
        keeps,
      },
      computedFacts,
    );
  const cases = postures.map((posture) => {
    const { facts, id } = posture;
    if (facts === undefined) return { ...posture, case: given };
    const pointer = `${childPointer('/postures', id)}/facts`;
    const { problems: own, value } = postureCase(given, facts, pointer);
    problems.push(...own);
    return { ...posture, case: value };
  });
  if (problems.length > 0) return { applied: null, problems };
  const plan = scheduled !== null && 'plan' in scheduled ? scheduled.plan : null;

  const inquiry = inquiryOf(given, []);
  const hasProfile = scenario.company !== undefined || scenario.flows !== undefined;
  const under = new Map(cases.map(({ case: own, id, keeps }) => [id, inquiryOf(own, keeps)]));
  const weeks =
    plan === null ? [] : [weeksOf(plan, Object.keys(model.postures), model.comparison.of)];
  const derivationsOf = (
    company: Inquiry,
    postures: ReadonlyMap<string, Inquiry>,
  ): readonly Derivation[] =>
    [...(hasProfile ? deriveInputs(company, postures) : []), ...weeks].filter(({ input, values }) =>
      fits(model, input, values),
    );
  const derivations = derivationsOf(inquiry, under);
  const derived = derivations.map((each) => describeInput(each, scenario, model));
  const used = derivations.filter((_, index) => derived[index]?.status === 'used');
  const wanted = derivations.filter(({ input }) => isWanted(scenario, input));
  const valuesOf = (each: readonly Derivation[]) =>
    Object.fromEntries(each.map((derivation) => [derivation.input, valueOf(derivation)]));
  const inputs = valuesOf(used);
  const derivedUnder = (drafts: readonly string[]): readonly Derivation[] => {
    const then = cases.map(
      ({ case: own, id, keeps }) => [id, inquiryOf(own, keeps, drafts)] as const,
    );
    return derivationsOf(inquiryOf(given, [], drafts), new Map(then));
  };
  const coming = comingLaw(
    changes,
    inputs,
    (drafts) => valuesOf(derivedUnder(drafts).filter(({ input }) => Object.hasOwn(inputs, input))),
    (draft) => titleOf(book, draft),
  );
  const told = changes.map((change) =>
    toldChange(
      change,
      titleOf(book, change.id),
      derivations,
      derivedUnder([change.id]),
      (input) => model.inputs[input]?.label ?? input,
    ),
  );
  const lawful = Object.fromEntries(
    cases.flatMap(({ facts, id }) => {
      const own = under.get(id);
      return own === undefined ? [] : [[id, lawfulnessOf(own, facts)]];
    }),
  );
  return {
    problems: [],
    applied: {
      result: withChanges(resultOf(inquiry, derived, plan, lawful), scenario, told),
      inputs: {
        ...inputs,
        ...Object.fromEntries(
          Object.entries(coming.inputs).map(([name, input]) => [name, input.default]),
        ),
      },
      fallback: valuesOf(wanted),
      coming,
    },
  };
}

/** What a draft is called: the title of the first of its rules. */
function titleOf(book: LawBook, draft: string): string {
  const rules = book.regimes.flatMap((regime) => Object.values(regime.rules));
  return rules.find((rule) => rule.draft === draft)?.title ?? draft;
}

interface LawPosture {
  readonly id: string;
  readonly keeps: readonly string[];
  readonly facts: PostureFacts | undefined;
}

/** The postures that the law tells apart: those of the model, and others that say what they keep or are. */
function posturesOf(scenario: Scenario, model: Model): readonly LawPosture[] {
  const own = scenario.postures ?? {};
  const keepsOf = (id: string, depth: number): readonly string[] => {
    const named = Object.hasOwn(model.postures, id) ? model.postures[id]?.keeps : own[id]?.keeps;
    const like = own[id]?.like;
    if (named !== undefined) return named;
    // A chain that ends in itself is told where postures are resolved.
    return like === undefined || depth > Object.keys(own).length ? [] : keepsOf(like, depth + 1);
  };
  return [
    ...Object.keys(model.postures).map((id) => ({ id, keeps: keepsOf(id, 0), facts: undefined })),
    ...Object.entries(own).map(([id, { facts }]) => ({ id, keeps: keepsOf(id, 0), facts })),
  ];
}

function knownFlows(
  flows: readonly Flow[] | undefined,
  company: Company,
  { regions }: LawBook,
): readonly KnownFlow[] {
  return (
    flows?.map((flow, index) => ({ flow, implied: false, pointer: `/flows/${index}` })) ??
    impliedFlows(company, regions)
  );
}

function resultOf(
  inquiry: Inquiry,
  derived: readonly DerivedInput[],
  programme: ProgrammePlan | null,
  postures: LawResult['postures'],
): LawResult {
  const { book } = inquiry;
  const { asOf } = inquiry.case.setting;
  const regimes = regimeVerdicts(inquiry);
  const flows = inquiry.flows.map((_, flow) => flowVerdict(inquiry, flow));
  const duties = dutiesOf(inquiry);
  return {
    asOf,
    drafts: [...inquiry.case.drafts],
    regimes,
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
            open: [...asksOf(inquiry.value(name, null))],
            from: rule.inForce.from ?? null,
            to: rule.inForce.to ?? null,
            confidence: rule.confidence,
            conditions: rule.conditions.map((each) => ({ ...each })),
            evidence: [...rule.evidence],
            note: rule.note ?? '',
            flows: flowsOf(inquiry, name).map((flow) => inquiry.case.flows[flow]?.flow.name ?? ''),
          },
        ]),
      ),
    ),
    flows,
    thresholds: book.regimes.flatMap((regime) =>
      regime.thresholds.map(({ includes, leadsTo, limit, rule, value, words }) => ({
        label: namesOf(book)[value]?.label ?? value,
        value: toldNumber(inquiry.value(value, null)),
        limit,
        includes,
        words: words ?? '',
        rule,
        leadsTo,
        inForce: ['holds', 'does not hold', 'not known'].includes(inquiry.status(rule, null)),
      })),
    ),
    duties,
    gaps: gapsOf(inquiry, regimes),
    coverage: toldNumber(coverage(inquiry, [])),
    postures,
    derived: [...derived],
    programme,
    names: namesOf(book),
    facts: factsOf(inquiry, null),
    questions: questionsOf(
      [
        ...regimes.flatMap(({ open: asks }) => asks),
        ...flows.flatMap(({ mechanisms, regimes: own }) => [
          ...own.flatMap(({ open: asks }) => asks),
          ...mechanisms.flatMap(({ open: asks }) => asks),
        ]),
        ...duties.flatMap(({ open: asks }) => asks),
        ...derived.flatMap(({ values }) =>
          Object.values(values).flatMap((value) => (typeof value === 'object' ? value.open : [])),
        ),
      ],
      inquiry.case.flows,
      book.regimes,
    ),
    remarks: remarksOf(inquiry, regimes, derived),
  };
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
function fits(model: Model, input: string, values: Derivation['values']): boolean {
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
    values: Object.fromEntries(
      Object.entries(values).map(([posture, value]) => [posture, toldNumber(value)]),
    ),
    steps: Object.fromEntries(Object.entries(steps).map(([posture, each]) => [posture, [...each]])),
    rules: [...rules],
  };
}

/** Whether the scenario wants the law to set an input that it does not give itself. */
function isWanted({ law }: Scenario, input: string): boolean {
  const derive = law?.derive ?? 'missing';
  return Array.isArray(derive) ? derive.includes(input) : derive === 'missing';
}

/** What the run takes: where an answer is lacking, evenly drawn from what the value may be. */
function valueOf({ rules, values }: Derivation): Value {
  const quantity = (value: FactValue): Quantity => {
    if (typeof value === 'number') return value;
    const [low, high] = endsOf(value);
    return Number.isFinite(high) ? { dist: 'uniform', min: low, max: high } : low;
  };
  const { all } = values;
  const note = `Set by the law: ${rules.join(', ')}.`;
  return {
    value:
      all === undefined
        ? Object.fromEntries(
            Object.entries(values).map(([posture, value]) => [posture, quantity(value)]),
          )
        : quantity(all),
    note,
  };
}
