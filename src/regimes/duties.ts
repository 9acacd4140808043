import type { LawDuty } from '../schema/law-result.ts';
import type { Inquiry } from './inquiry.ts';

/** What must be done on the law date, by which rule and for which flows. */
export function dutiesOf(inquiry: Inquiry): LawDuty[] {
  const { asOf } = inquiry.case.setting;
  const duties = inquiry.book.regimes.flatMap((regime) =>
    Object.entries(regime.rules).flatMap(([name, rule]) => {
      const flows = flowsOf(inquiry, name);
      const holds = rule.scope === 'flow' ? flows.length > 0 : inquiry.holds(name, null);
      if (!holds) return [];
      return rule.duties.flatMap((duty): LawDuty[] => {
        if (duty.from !== undefined && asOf < duty.from) return [];
        const whose =
          duty.when === undefined || rule.scope === 'company'
            ? flows
            : flows.filter((flow) => inquiry.meets(duty.when ?? '', flow));
        const due =
          duty.when === undefined ||
          (rule.scope === 'flow' ? whose.length > 0 : inquiry.meets(duty.when, null));
        if (!due) return [];
        return [
          {
            regime: regime.id,
            rule: name,
            text: duty.text,
            article: duty.article ?? rule.article,
            deadline: duty.deadline,
            from: duty.from ?? rule.inForce.from ?? null,
            flows: whose.map((flow) => inquiry.case.flows[flow]?.flow.name ?? ''),
            confidence: rule.confidence,
            evidence: [...rule.evidence],
          },
        ];
      });
    }),
  );
  // Rules of one kind may ask the same: it is one duty, for the flows of all.
  const merged = new Map<string, LawDuty>();
  for (const duty of duties) {
    const key = `${duty.article} ${duty.text}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined
        ? duty
        : { ...before, flows: [...new Set([...before.flows, ...duty.flows])] },
    );
  }
  return [...merged.values()];
}

/** The flows for which a rule about flows holds, by their place. */
export function flowsOf(inquiry: Inquiry, rule: string): readonly number[] {
  const entry = inquiry.book.entries.get(rule);
  if (entry?.kind !== 'rule' || entry.rule.scope === 'company') return [];
  return inquiry.flows.map((_, flow) => flow).filter((flow) => inquiry.holds(rule, flow));
}
