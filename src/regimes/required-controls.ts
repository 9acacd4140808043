import type { Control } from '../schema/flow-words.ts';
import type { Inquiry } from './inquiry.ts';

/** A control that a flow needs, and which laws ask for it. */
export interface RequiredControl {
  readonly control: Control;
  readonly inPlace: boolean;
  readonly askedBy: readonly { readonly regime: string; readonly article: string }[];
}

/** The controls that the laws ask of a flow. */
export function requiredControls(inquiry: Inquiry, flow: number): readonly RequiredControl[] {
  const inPlace = inquiry.case.flows[flow]?.flow.controls ?? [];
  const asked = new Map<Control, { regime: string; article: string }[]>();
  for (const regime of inquiry.book.regimes) {
    for (const { article, control, when } of regime.controls) {
      if (!inquiry.meets(when, flow)) continue;
      const by = asked.get(control) ?? [];
      by.push({ regime: regime.id, article });
      asked.set(control, by);
    }
  }
  return [...asked].map(([control, askedBy]) => ({
    control,
    inPlace: inPlace.includes(control),
    askedBy,
  }));
}

/**
 * Share of all required controls that are in place once the laws in `kept` are complied with: those
 * that there are today, and all that these laws ask for. 1 where nothing is required.
 */
export function coverage(inquiry: Inquiry, kept: readonly string[]): number {
  const all = inquiry.flows.flatMap((_, flow) => requiredControls(inquiry, flow));
  const covered = all.filter(
    ({ askedBy, inPlace }) => inPlace || askedBy.some(({ regime }) => kept.includes(regime)),
  );
  return all.length === 0 ? 1 : covered.length / all.length;
}
