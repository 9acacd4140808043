import type { Control } from '../schema/flow-words.ts';
import { asksOf, between, both } from './fact.ts';
import type { FactValue } from './fact.ts';
import type { Inquiry } from './inquiry.ts';

/** A control that a flow needs, for certain or perhaps, and which laws ask for it. */
export interface RequiredControl {
  readonly control: Control;
  readonly inPlace: boolean;
  readonly askedBy: readonly { readonly regime: string; readonly article: string }[];
  /** What would settle whether it is needed; empty where it is, for certain. */
  readonly open: readonly string[];
}

/** The controls that the laws ask of a flow, or may ask. */
export function requiredControls(inquiry: Inquiry, flow: number): readonly RequiredControl[] {
  const inPlace = inquiry.case.flows[flow]?.flow.controls ?? [];
  const exists = inquiry.exists(flow);
  const asked = new Map<Control, { regime: string; article: string; needed: FactValue }[]>();
  for (const regime of inquiry.book.regimes) {
    for (const { article, control, when } of regime.controls) {
      const needed = both([exists, inquiry.formula(when, flow)]);
      if (needed === false) continue;
      const by = asked.get(control) ?? [];
      by.push({ regime: regime.id, article, needed });
      asked.set(control, by);
    }
  }
  return [...asked].map(([control, by]) => {
    const certain = by.filter(({ needed }) => needed === true);
    return {
      control,
      inPlace: inPlace.includes(control),
      askedBy: (certain.length > 0 ? certain : by).map(({ article, regime }) => ({
        regime,
        article,
      })),
      open: certain.length > 0 ? [] : asksOf(...by.map(({ needed }) => needed)),
    };
  });
}

/**
 * Share of all required controls that are in place once the laws in `kept` are complied with: those
 * that there are today, and all that these laws ask for. 1 where nothing is required for certain
 * and all that may be is there; between two ends where it is not known what is required.
 */
export function coverage(inquiry: Inquiry, kept: readonly string[]): FactValue {
  const all = inquiry.flows.flatMap((_, flow) => requiredControls(inquiry, flow));
  const isCovered = ({ askedBy, inPlace }: RequiredControl): boolean =>
    inPlace || askedBy.some(({ regime }) => kept.includes(regime));
  const certain = all.filter(({ open }) => open.length === 0);
  const perhaps = all.filter(({ open }) => open.length > 0);
  const covered = certain.filter(isCovered).length;
  const share = (more: readonly RequiredControl[]): number => {
    const required = certain.length + more.length;
    return required === 0 ? 1 : (covered + more.filter(isCovered).length) / required;
  };
  const asks = perhaps.flatMap(({ open }) => open);
  // Lowest where all that lacks is required and nothing of what is there, highest the other way.
  return between(
    share(perhaps.filter((each) => !isCovered(each))),
    share(perhaps.filter(isCovered)),
    asks,
  );
}
