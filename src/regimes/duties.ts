import type { LawDuty } from '../schema/law-result.ts';
import { asksOf, both, either, isOpen } from './fact.ts';
import type { FactValue } from './fact.ts';
import type { Inquiry } from './inquiry.ts';

/** What must be done on the law date, by which rule and for which flows; and what may have to be. */
export function dutiesOf(inquiry: Inquiry): LawDuty[] {
  const { asOf } = inquiry.case.setting;
  const duties = inquiry.book.regimes.flatMap((regime) =>
    Object.entries(regime.rules).flatMap(([name, rule]) =>
      rule.duties.flatMap((duty): LawDuty[] => {
        if (duty.from !== undefined && asOf < duty.from) return [];
        if (duty.to !== undefined && asOf > duty.to) return [];
        const { when } = duty;
        const asked = (flow: number | null): FactValue =>
          both([
            inquiry.value(name, flow),
            when === undefined ? true : inquiry.formula(when, flow),
          ]);
        const byFlow = inquiry.flows.map((_, flow) => both([inquiry.exists(flow), asked(flow)]));
        const due = rule.scope === 'flow' ? either(byFlow) : asked(null);
        if (due === false) return [];
        const isKnown = !isOpen(due);
        const flows =
          rule.scope === 'company'
            ? []
            : byFlow.flatMap((value, flow) =>
                (isKnown ? value === true : value !== false)
                  ? [inquiry.case.flows[flow]?.flow.name ?? '']
                  : [],
              );
        return [
          {
            regime: regime.id,
            rule: name,
            text: duty.text,
            who: duty.who ?? 'the company',
            article: duty.article ?? rule.article,
            deadline: duty.deadline,
            from: duty.from ?? rule.inForce.from ?? null,
            flows,
            status: isKnown ? 'applies' : 'not known',
            open: [...asksOf(due)],
            isAdvice: duty.isAdvice ?? false,
            cost: duty.cost ?? null,
            confidence: duty.confidence ?? rule.confidence,
            evidence: [...(duty.evidence ?? rule.evidence)],
          },
        ];
      }),
    ),
  );
  return merged(duties);
}

/** Rules of one kind may ask the same: it is one duty, for the flows of all. */
function merged(duties: readonly LawDuty[]): LawDuty[] {
  const all = new Map<string, LawDuty>();
  for (const duty of duties) {
    const key = `${duty.article} ${duty.text}`;
    const before = all.get(key);
    if (before === undefined) all.set(key, duty);
    else if (before.status === duty.status)
      all.set(key, {
        ...before,
        open: [...new Set([...before.open, ...duty.open])],
        flows: [...new Set([...before.flows, ...duty.flows])],
      });
    // What is due for certain stands above what may be.
    else if (duty.status === 'applies') all.set(key, duty);
  }
  return [...all.values()];
}

/** The flows for which a rule about flows holds for certain, by their place. */
export function flowsOf(inquiry: Inquiry, rule: string): readonly number[] {
  const entry = inquiry.book.entries.get(rule);
  if (entry?.kind !== 'rule' || entry.rule.scope === 'company') return [];
  return inquiry.flows
    .map((_, flow) => flow)
    .filter((flow) => inquiry.exists(flow) === true && inquiry.holds(rule, flow));
}
