import type { Company } from '../schema/company.ts';
import type { Flow } from '../schema/flow.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { LawResult } from '../schema/law-result.ts';
import type { Model } from '../schema/model.ts';
import { childPointer } from '../schema/pointer.ts';
import type { PostureFacts } from '../schema/posture-facts.ts';
import type { ProgrammeTemplates, Regime } from '../schema/regime.ts';
import type { TellDistribution } from '../schema/told-distribution.ts';
import type { Value } from '../schema/value-form.ts';
import type { ComingLaw } from '../schema/coming-law.ts';
import { comingLaw } from './coming-law.ts';
import type { LawSetting } from './company-facts.ts';
import { computedFacts } from './computed-facts.ts';
import { deriveInputs } from './derive-inputs.ts';
import type { Derivation } from './derive-inputs.ts';
import { impliedFlows } from './implied-flows.ts';
import { describeInput, fits, isWanted, valueOf, weeksOf } from './inputs-of-law.ts';
import { Inquiry } from './inquiry.ts';
import type { KnownFlow } from './known-flow.ts';
import type { LawBook } from './law-book.ts';
import { lawResultOf } from './law-result-of.ts';
import type { LawProblem } from '../schema/law-problem.ts';
import { lawfulnessOf } from './lawfulness.ts';
import { postureCase } from '../schema/posture-case.ts';
import type { PostureCase } from '../schema/posture-case.ts';
import { possibleChanges } from './possible-change.ts';
import { scheduleProgramme } from './schedule-programme.ts';
import { scenarioProblems } from './scenario-problems.ts';
import { toldChange, withChanges } from './told-change.ts';

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

  // A list in which nothing stands yet says nothing; a posture without any flow left does.
  const flows = scenario.flows?.length === 0 ? undefined : scenario.flows;
  const given = { company: scenario.company ?? {}, flows };
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
  const underDrafts = new Map<string, readonly Derivation[]>();
  // Each draft is asked about alone and among others.
  const derivedUnder = (drafts: readonly string[]): readonly Derivation[] => {
    const key = JSON.stringify(drafts);
    const known = underDrafts.get(key);
    if (known !== undefined) return known;
    const then = cases.map(
      ({ case: own, id, keeps }) => [id, inquiryOf(own, keeps, drafts)] as const,
    );
    const made = derivationsOf(inquiryOf(given, [], drafts), new Map(then));
    underDrafts.set(key, made);
    return made;
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
      result: withChanges(lawResultOf(inquiry, derived, plan, lawful), scenario, told),
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
