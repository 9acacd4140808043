import { compile } from 'mathjs';
import type { EvalFunction } from 'mathjs';
import { drawInputs, poissonByHand, severityByHand } from './hand-written.ts';

const control = compile('posture == 3 ? 1 - effectiveness * min(1, year / 2) : 1');
const caseRate = compile('rate * enforcement * control');
const remediationRate = compile('rate * remediationFactor * control');
const cost: EvalFunction = compile(
  'caseCost + remediations * remediationCost + attritionBase * (cases > 0 ? 1 : 0.1) * (posture == 3 ? 0.5 : 1) + (audits * auditCost + exemptions * exemptionCost) * (1 + inflation) ^ (year - 1) + (posture == 3 ? requests / 2 + monitoring : requests) + (posture == 2 ? isolation + disruption : 0) + (posture == 3 and year == 1 ? overhaul : 0)',
);
const discounted = compile('cost * (1 + discountRate) ^ (1 - year)');
const rates = [
  [0.05, 1.1],
  [0.07, 0.9],
  [0.05, 0.35],
] as const;
const audits = [2, 1, 1];
const exemptions = [4, 1, 0];

/** The reference model with its formulas compiled by mathjs and evaluated once a trial, drawn by hand. */
export function runWithMathjs(trials: number): Float64Array[] {
  const totals = Array.from({ length: 3 }, () => new Float64Array(trials));
  for (let trial = 0; trial < trials; trial++) {
    const scope: Record<string, number> = { ...drawInputs() };
    for (let posture = 1; posture <= 3; posture++) {
      const [cases = 0, remediations = 0] = rates[posture - 1] ?? [];
      let total = 0;
      for (let year = 1; year <= 5; year++) {
        Object.assign(scope, { posture, year });
        scope['control'] = control.evaluate(scope) as number;
        scope['cases'] = poissonByHand(caseRate.evaluate({ ...scope, rate: cases }) as number);
        scope['remediations'] = poissonByHand(
          remediationRate.evaluate({ ...scope, rate: remediations }) as number,
        );
        scope['caseCost'] = 0;
        for (let i = 0; i < scope['cases']; i++) scope['caseCost'] += severityByHand();
        scope['audits'] = audits[posture - 1] ?? 0;
        scope['exemptions'] = exemptions[posture - 1] ?? 0;
        scope['cost'] = cost.evaluate(scope) as number;
        total += discounted.evaluate(scope) as number;
      }
      (totals[posture - 1] as Float64Array)[trial] = total;
    }
  }
  const [pipl, pdpo, dual] = totals as [Float64Array, Float64Array, Float64Array];
  return [
    pipl,
    pdpo,
    dual,
    pipl,
    pipl.map((value, trial) => Math.min(value, pdpo[trial] ?? 0) - (dual[trial] ?? 0)),
  ];
}
