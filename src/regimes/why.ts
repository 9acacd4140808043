import type { LawResult } from '../schema/law-result.ts';

/** A value, what it is, and the names of what it rests on. */
export interface WhyStep {
  readonly name: string;
  readonly label: string;
  readonly value: LawResult['facts'][string];
  readonly unit: string;
  readonly formula: string | null;
  readonly from: readonly string[];
}

/** A value, what it is, and what it rests on. */
export interface Why extends Omit<WhyStep, 'from'> {
  readonly from: readonly Why[];
}

const deepest = 12;

/**
 * Why a rule, figure or fact is as it is: the formula, the values of the names in it, and so on
 * down to what the file says. Of a name about flows, `flow` says which one; without it, whether it
 * holds for any. Null where the law knows no such name.
 */
export function whyOf(law: LawResult, name: string, flow: number | null, depth = 0): Why | null {
  const step = depth > deepest ? null : whyStep(law, name, flow);
  if (step === null) return null;
  return { ...step, from: step.from.flatMap((each) => whyOf(law, each, flow, depth + 1) ?? []) };
}

/** The same, one step deep: what it rests on by name alone. */
export function whyStep(law: LawResult, name: string, flow: number | null): WhyStep | null {
  const known = Object.hasOwn(law.names, name) ? law.names[name] : undefined;
  if (known === undefined) return null;
  const ofFlow = known.scope === 'flow';
  const value =
    ofFlow && flow !== null
      ? law.flows[flow]?.facts[name]
      : ofFlow
        ? law.flows.some(({ facts }) => facts[name] === true)
        : law.facts[name];
  if (value === undefined) return null;
  return {
    name,
    label: known.label,
    value,
    unit: known.unit,
    formula: known.formula,
    // Of a company, flows are told one by one.
    from: ofFlow && flow === null ? [] : known.from,
  };
}
