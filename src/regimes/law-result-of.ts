import type { DerivedInput, LawResult, ProgrammePlan } from '../schema/law-result.ts';
import { dutiesOf, flowsOf } from './duties.ts';
import { asksOf } from './fact.ts';
import { factsOf, namesOf } from './facts-of.ts';
import { flowVerdict } from './flow-verdict.ts';
import { gapsOf } from './gaps.ts';
import type { Inquiry } from './inquiry.ts';
import { questionsOf } from './questions.ts';
import { regimeVerdicts } from './regime-verdicts.ts';
import { remarksOf } from './remarks.ts';
import { coverage } from './required-controls.ts';
import { toldNumber } from './told.ts';

/** What a result tells of the law: verdicts, duties, what the law sets, and what is still asked. */
export function lawResultOf(
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
