import type { Regime } from '../schema/regime.ts';
import { becauseOf } from './because-of.ts';
import { either, isOpen } from './fact.ts';
import type { Inquiry } from './inquiry.ts';
import { toldVerdict } from './told.ts';

type Scope = NonNullable<Regime['scope']>;

/** Whether a law applies, to a flow or at all, by which rule, and why. */
export function scopeVerdict(inquiry: Inquiry, regime: Regime, scope: Scope, flow: number | null) {
  const value = either(scope.rules.map((rule) => inquiry.value(rule, flow)));
  const verdict = toldVerdict(value);
  const by = scope.rules.filter((rule) => inquiry.holds(rule, flow));
  const perhaps = scope.rules.filter((rule) => isOpen(inquiry.value(rule, flow)));
  const isEarly = scope.rules.every((rule) => {
    const from = regime.rules[rule]?.inForce.from;
    return from !== undefined && inquiry.case.setting.asOf < from;
  });
  const because = isEarly
    ? 'it was not in force on the law date'
    : verdict.applies === null
      ? `it would apply if ${perhaps.map((rule) => becauseOf(inquiry, rule)).join(', or if ')}`
      : verdict.applies
        ? by.map((rule) => becauseOf(inquiry, rule)).join('; ')
        : scope.because;
  const [first = ''] = verdict.applies === null ? perhaps : by;
  return {
    ...verdict,
    rule: verdict.applies === false ? (isEarly ? '' : (scope.not ?? '')) : first,
    rules: verdict.applies === false ? [] : verdict.applies ? by : perhaps,
    because,
  };
}
