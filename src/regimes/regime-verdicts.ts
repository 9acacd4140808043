import type { LawRegime } from '../schema/law-result.ts';
import type { Inquiry } from './inquiry.ts';
import { scopeVerdict } from './scope-verdict.ts';

/** Which laws apply to a company, and by which rules. */
export function regimeVerdicts(inquiry: Inquiry): LawRegime[] {
  return inquiry.book.regimes.flatMap((regime) => {
    if (regime.scope === undefined) return [];
    const { id, reviewed, short, title, version } = regime;
    const { rule, rules, ...verdict } = scopeVerdict(inquiry, regime, regime.scope, null);
    const named = verdict.applies === false && rule !== '' ? [rule] : rules;
    return [{ id, short, title, version, reviewed, ...verdict, rules: named }];
  });
}
