import type { LawRegime, Lawfulness } from '../schema/law-result.ts';
import type { PostureFacts } from '../schema/posture-facts.ts';
import { dutiesOf } from './duties.ts';
import { flowVerdict } from './flow-verdict.ts';
import type { Inquiry } from './inquiry.ts';
import { regimeVerdicts } from './regime-verdicts.ts';
import { coverage } from './required-controls.ts';
import { toldNumber } from './told.ts';

/**
 * A posture before the law: it is lawful if it keeps every law that applies under its own facts.
 * Where it is not known whether a law applies that it does not keep, nor is its lawfulness.
 */
export function lawfulnessOf(inquiry: Inquiry, facts: PostureFacts | undefined): Lawfulness {
  const { keeps } = inquiry.case;
  const regimes = regimeVerdicts(inquiry);
  const isKept = ({ id }: LawRegime): boolean => keeps.includes(id);
  const ids = (those: readonly LawRegime[]): string[] => those.map(({ id }) => id);
  const leavesOut = regimes.filter((regime) => regime.applies === true && !isKept(regime));
  const open = regimes.filter((regime) => regime.applies === null && !isKept(regime));
  return {
    keeps: [...keeps],
    status: leavesOut.length > 0 ? 'leaves out a law' : open.length > 0 ? 'not known' : 'lawful',
    meets: ids(regimes.filter((regime) => regime.applies === true && isKept(regime))),
    leavesOut: leavesOut.map(({ id, rules: [rule = ''] }) => ({
      regime: id,
      rule,
      article: articleOf(inquiry, rule),
    })),
    exceeds: ids(regimes.filter((regime) => regime.applies === false && isKept(regime))),
    open: open.map(({ id, open: asks }) => ({ regime: id, open: [...asks] })),
    coverage: toldNumber(coverage(inquiry, keeps)),
    own:
      facts === undefined
        ? null
        : {
            company: Object.keys(facts.company ?? {}),
            flows: Object.keys(facts.flows ?? {}),
            regimes,
            verdicts: inquiry.flows.map((_, index) => {
              const { mechanism, name, regimes: own } = flowVerdict(inquiry, index);
              return {
                name,
                mechanism: mechanism.label,
                status: mechanism.status,
                regimes: own.flatMap(({ applies, regime }) => (applies === true ? [regime] : [])),
              };
            }),
            duties: dutiesOf(inquiry),
          },
  };
}

function articleOf(inquiry: Inquiry, rule: string): string {
  const entry = inquiry.book.entries.get(rule);
  return entry?.kind === 'rule' ? entry.rule.article : '';
}
