import type { DerivedInput } from '../schema/law-result.ts';
import type { Inquiry } from './inquiry.ts';

type Step = DerivedInput['steps'][string][number];

/** What the rules make of one input of the cost model. */
export interface Derivation {
  readonly input: string;
  /** By posture; `all` where it is the same under all. */
  readonly values: Readonly<Record<string, number>>;
  readonly steps: Readonly<Record<string, readonly Step[]>>;
  /** All rules that could set it, whether or not they hold. */
  readonly rules: readonly string[];
}

/**
 * The inputs that the law sets, by posture: the largest of the `max` amounts plus all added ones,
 * times all factors. An input of rules none of which holds is zero: what does not apply costs nothing.
 */
export function deriveInputs(inquiry: Inquiry, postures: readonly string[]): readonly Derivation[] {
  const effects = inquiry.book.regimes.flatMap((regime) =>
    Object.entries(regime.rules).flatMap(([rule, { effects: own }]) =>
      own.map((effect) => ({ rule, ...effect })),
    ),
  );
  const inputs = [...new Set(effects.map(({ input }) => input))];
  return inputs.map((input) => {
    const own = effects.filter((effect) => effect.input === input);
    const shared = own.every((effect) => effect.postures.length === 0);
    const steps = Object.fromEntries(
      (shared ? ['all'] : postures).map((posture) => [
        posture,
        own
          .filter((effect) => shared || effect.postures.includes(posture))
          .filter(({ rule }) => inquiry.holds(rule, null))
          .map(({ formula, how, label, rule }): Step => ({
            rule,
            label,
            how,
            formula,
            amount: inquiry.number(formula, null),
          })),
      ]),
    );
    return {
      input,
      steps,
      values: Object.fromEntries(
        Object.entries(steps).map(([posture, each]) => [posture, amountOf(each)]),
      ),
      rules: [...new Set(own.map(({ rule }) => rule))],
    };
  });
}

function amountOf(steps: readonly Step[]): number {
  const of = (how: Step['how']) =>
    steps.filter((step) => step.how === how).map(({ amount }) => amount);
  const largest = Math.max(0, ...of('max'));
  const sum = of('add').reduce((total, amount) => total + amount, largest);
  return of('times').reduce((product, factor) => product * factor, sum);
}
