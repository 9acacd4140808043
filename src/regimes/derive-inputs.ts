import type { DerivedInput } from '../schema/law-result.ts';
import type { Regime } from '../schema/regime.ts';
import { asksOf, between, endsOf, isOpen } from './fact.ts';
import type { FactValue } from './fact.ts';
import type { Inquiry } from './inquiry.ts';
import { toldNumber } from './told.ts';

type Step = DerivedInput['steps'][string][number];
type Effect = Regime['rules'][string]['effects'][number];

/** What the rules make of one input of the cost model. */
export interface Derivation {
  readonly input: string;
  /** By posture; `all` where it is the same under all. */
  readonly values: Readonly<Record<string, FactValue>>;
  readonly steps: Readonly<Record<string, readonly Step[]>>;
  /** All rules that could set it, whether or not they hold. */
  readonly rules: readonly string[];
}

interface Amount {
  readonly how: Step['how'];
  readonly low: number;
  readonly high: number;
  readonly asks: readonly string[];
  readonly step: Step;
}

/**
 * The inputs that the law sets, by posture: the largest of the `max` amounts plus all added ones,
 * times all factors, of the laws that the posture keeps or leaves aside under its own facts. An
 * input of rules none of which holds is zero: what does not apply costs nothing. Where it is not
 * known whether a rule holds, the input lies between its values without and with it.
 */
export function deriveInputs(
  company: Inquiry,
  postures: ReadonlyMap<string, Inquiry>,
): readonly Derivation[] {
  const effects = company.book.regimes.flatMap((regime) =>
    Object.entries(regime.rules).flatMap(([rule, { effects: own }]) =>
      own.map((effect) => ({ rule, ...effect })),
    ),
  );
  const inputs = [...new Set(effects.map(({ input }) => input))];
  return inputs.map((input) => {
    const own = effects.filter((effect) => effect.input === input);
    const isShared = own.every(({ under }) => under === 'company');
    const asked = isShared ? new Map([['all', company]]) : postures;
    const amounts = [...asked].map(([posture, inquiry]): [string, readonly Amount[]] => [
      posture,
      own
        .filter(({ under }) => concerns(under, inquiry.case.keeps))
        .flatMap((effect) => amountsOf(effect, inquiry)),
    ]);
    return {
      input,
      steps: Object.fromEntries(
        amounts.map(([posture, each]) => [posture, each.map(({ step }) => step)]),
      ),
      values: Object.fromEntries(amounts.map(([posture, each]) => [posture, valueOf(each)])),
      rules: [...new Set(own.map(({ rule }) => rule))],
    };
  });
}

/** Whether an effect is felt by a posture that keeps these laws. */
function concerns(under: Effect['under'], keeps: readonly string[]): boolean {
  if (typeof under === 'string') return true;
  return (
    (under.keeps ?? []).every((law) => keeps.includes(law)) &&
    (under.leaves ?? []).every((law) => !keeps.includes(law))
  );
}

/** What an effect adds, raises to or multiplies by, where its rule holds or may hold. */
function amountsOf(
  { formula, how, label, rule }: Effect & { readonly rule: string },
  inquiry: Inquiry,
): readonly Amount[] {
  const holds = inquiry.value(rule, null);
  if (holds !== true && !isOpen(holds)) return [];
  const value = inquiry.formula(formula, null);
  const [low, high] = endsOf(value);
  const asks = asksOf(holds, value);
  // Where the rule does not hold, nothing is added, and everything is multiplied by one.
  const without = how === 'times' ? 1 : 0;
  const ends = isOpen(holds)
    ? ([Math.min(without, low), Math.max(without, high)] as const)
    : ([low, high] as const);
  const amount = toldNumber(between(ends[0], ends[1], asks));
  return [{ how, low: ends[0], high: ends[1], asks, step: { rule, label, how, formula, amount } }];
}

function valueOf(amounts: readonly Amount[]): FactValue {
  const end = (which: 'low' | 'high'): number => {
    const of = (how: Step['how']) =>
      amounts.filter((amount) => amount.how === how).map((amount) => amount[which]);
    const largest = Math.max(0, ...of('max'));
    const sum = of('add').reduce((total, amount) => total + amount, largest);
    return of('times').reduce((product, factor) => product * factor, sum);
  };
  return between(end('low'), end('high'), [...new Set(amounts.flatMap(({ asks }) => asks))]);
}
