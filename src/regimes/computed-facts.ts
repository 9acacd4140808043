import { between, both, either, endsOf, asksOf } from './fact.ts';
import type { FactValue } from './fact.ts';
import type { Computed, Inquiry } from './inquiry.ts';
import { regionFact } from './places.ts';
import { coverage } from './required-controls.ts';

/** Facts that follow from the controls of all flows, and from all laws together. */
export const computedFacts: Computed = {
  controlsInPlace: (inquiry) => coverage(inquiry, inquiry.case.keeps),
  lawApplies: (inquiry) => anyLaw(inquiry, null),
  underLaw: anyLaw,
  countsAreStated: (inquiry) => both(ofCounted(inquiry, 'countsAreStatedFor')),
  peopleCounted: (inquiry) => {
    const counts = ofCounted(inquiry, 'peopleIn');
    const total = (end: 0 | 1): number =>
      counts.reduce<number>((sum, count) => sum + endsOf(count)[end], 0);
    return between(total(0), total(1), asksOf(...counts));
  },
};

/** Whether any of the laws that are asked applies, to a flow or at all. */
function anyLaw(inquiry: Inquiry, flow: number | null): FactValue {
  return either(
    inquiry.book.regimes.flatMap(({ scope }) =>
      (scope?.rules ?? []).map((rule) => inquiry.value(rule, flow)),
    ),
  );
}

/** What is known of each region whose people a company counts. */
function ofCounted(inquiry: Inquiry, what: string): readonly FactValue[] {
  return inquiry.regions
    .filter(({ people }) => people !== null)
    .map((region) => inquiry.value(regionFact(what, region), null));
}
