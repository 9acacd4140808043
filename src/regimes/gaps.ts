import type { LawRegime, LawResult } from '../schema/law-result.ts';
import { either } from './fact.ts';
import type { Inquiry } from './inquiry.ts';

/** Where the laws that may apply differ. */
export function gapsOf(inquiry: Inquiry, regimes: readonly LawRegime[]): LawResult['gaps'] {
  const asked = inquiry.book.regimes.filter(
    ({ asks, id }) => Object.keys(asks).length > 0 && regimes.some((regime) => regime.id === id),
  );
  return Object.entries(inquiry.book.gapTable).flatMap(
    ([topic, { together, topic: title, when }]) => {
      if (either(when.map((each) => inquiry.formula(each, null))) === false) return [];
      const asks = asked.flatMap((regime) => {
        const own = regime.asks[topic];
        return own === undefined ? [] : [{ regime: regime.id, ...own }];
      });
      const key = asks
        .map(({ regime }) => regime)
        .toSorted()
        .join('+');
      return [
        {
          topic: title,
          asks: Object.fromEntries(asks.map(({ regime, text }) => [regime, text])),
          together: together[key] ?? '',
          evidence: [...new Set(asks.flatMap(({ evidence }) => evidence))],
        },
      ];
    },
  );
}
