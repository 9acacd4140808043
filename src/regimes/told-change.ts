import type { LawChange } from '../schema/law-change.ts';
import type { ComingLawResult, LawResult } from '../schema/law-result.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Derivation } from './derive-inputs.ts';
import type { PossibleChange } from './possible-change.ts';
import { toldNumber } from './told.ts';

/** A change as a result tells of it. `base` and `then` are what the law sets without and with it. */
export function toldChange(
  { change, id, probability, years: [from, to] }: PossibleChange,
  title: string,
  base: readonly Derivation[],
  then: readonly Derivation[],
  labelOf: (input: string) => string,
): ComingLawResult {
  const { from: when, passes } = change;
  return {
    draft: id,
    title,
    probability,
    years: { from, to },
    inputs: [passes, when].filter((each) => typeof each === 'string'),
    sets: then.flatMap(({ input, values }) => {
      const before = base.find((each) => each.input === input)?.values;
      if (JSON.stringify(before) === JSON.stringify(values)) return [];
      const told = Object.entries(values).map(([posture, value]) => [posture, toldNumber(value)]);
      return [{ input, label: labelOf(input), values: Object.fromEntries(told) }];
    }),
  };
}

/** What a reader should know of the changes that a run reckons with. */
function remarksOn({ law }: Scenario, coming: readonly ComingLawResult[]): LawResult['remarks'] {
  return coming.map(({ draft, probability, sets }) => ({
    code: 'coming-law',
    message: `The draft "${draft}" is reckoned with: ${
      probability === 1
        ? 'it becomes law'
        : `it becomes law with a chance of ${Number((100 * probability).toPrecision(3))} %`
    }${fromInWords(law?.future?.[draft]?.from)}.${
      sets.length === 0
        ? ' No cost of it is modelled.'
        : ` It changes: ${sets.map(({ label }) => label).join('; ')}.`
    }`,
    evidence: [],
  }));
}

function fromInWords(from: LawChange['from'] | undefined): string {
  if (from === undefined) return '';
  if (typeof from === 'string') return `, from ${from} on`;
  return 'earliest' in from
    ? `, from a day between ${from.earliest} and ${from.latest} on`
    : ', from a date on that is drawn';
}

/** A result with the changes that the scenario reckons with, if any. */
export function withChanges(
  result: LawResult,
  scenario: Scenario,
  coming: readonly ComingLawResult[],
): LawResult {
  if (coming.length === 0) return result;
  return {
    ...result,
    coming: [...coming],
    remarks: [...result.remarks, ...remarksOn(scenario, coming)],
  };
}
