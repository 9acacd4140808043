import fc from 'fast-check';
import { prepareSmall } from '../helpers/prepare-model.ts';
import { formatExpression } from '../../src/language/expression.ts';
import { FormulaError } from '../../src/language/formula-error.ts';
import { functionNames } from '../../src/language/names.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { extremeNumber, mutatedText } from './mutated-text.ts';
import { runWhatWasPrepared } from './run-what-was-prepared.ts';

const inputs = {
  amount: { unit: 'HKD', by: ['posture'], default: { p10: 1, p50: 2, p90: 4 } },
  rate: { unit: '1/year', default: { dist: 'beta', alpha: 2, beta: 5 } },
  share: { unit: 'share', default: 0.25 },
  plain: { unit: '1', default: { dist: 'normal', mean: 0, sd: 1 } },
  yearly: { unit: 'HKD/year', by: ['year'], default: 5 },
  flat: { unit: '1', by: ['posture', 'year'], default: { p10: -1, p50: 2, p90: 6 } },
  word: { choices: ['slow', 'fast'], default: 'fast', unit: '1' },
};
const names = [
  ...Object.keys(inputs),
  'year',
  'posture',
  'cost.total',
  'first.count',
  'first.cost',
];

/** Formulas that are nearly always well formed. */
const { formula } = fc.letrec<{ formula: string }>((tie) => {
  const inner = tie('formula');
  const two = fc.tuple(inner, inner);
  return {
    formula: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom('plain', 'flat', 'share', 'year', 'plain', 'flat'),
      fc.constantFrom(...names, '1', '2', '0', '0.5', '"dual"', '"fast"'),
      extremeNumber,
      fc
        .tuple(
          two,
          fc.constantFrom('+', '-', '*', '/', '^', '<', '<=', '==', '!=', ' and ', ' or '),
        )
        .map(([[a, b], sign]) => `(${a}${sign}${b})`),
      two.map(([a, b]) => `${a} ${b === '' ? '' : '+'} ${b}`),
      inner.map((a) => `-${a}`),
      inner.map((a) => `not ${a}`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} > 0 ? ${b} : ${c})`),
      fc
        .tuple(fc.constantFrom(...functionNames), fc.array(inner, { maxLength: 3 }))
        .map(([name, operands]) => `${name}(${operands.join(', ')})`),
      fc
        .tuple(fc.constantFrom('sum', 'min', 'max'), inner, fc.constantFrom('year', 'posture'))
        .map(([name, a, axis]) => `${name}(${a}, ${axis})`),
      inner.map((a) => `previous(${a}, 0)`),
      inner.map((a) => `cumulative(${a})`),
    ),
  };
});

/** A formula of an output, in a model with inputs of all kinds. */
export const formulaTarget: FuzzTarget = {
  name: 'formula',
  inputs: fc.oneof(
    { weight: 3, arbitrary: formula },
    {
      weight: 2,
      arbitrary: mutatedText(
        [
          'rate * amount * (1 + share) ^ (year - 1)',
          'sum(posture == "dual" ? yearly : yearly / 2, year)',
          'npv(cumulative(yearly), share) + at(amount, posture, "dual")',
          'previous(plain * 0.5, 0) + max(year, plain)',
        ],
        [...names, ...functionNames, ...'+-*/^()?:,.%!\'"=<>[]{};&|#\\ \n\t'.split('')],
      ),
    },
  ),
  feed(text) {
    try {
      formatExpression(parseFormula(text));
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const { span } = error;
      if (span !== null && !(span.from >= 0 && span.to >= span.from && span.to <= text.length))
        throw new Error(`a fault outside of the formula: ${span.from} to ${span.to}`, {
          cause: error,
        });
    }
    return runWhatWasPrepared({
      loaded: null,
      ...prepareSmall({
        inputs,
        events: { first: { frequency: 'poisson', rate: 'rate', amounts: { cost: 'amount' } } },
        outputs: { answer: { unit: '1', formula: text } },
        lines: { one: { formula: 'yearly' } },
        scenario: { horizon: 4 },
        run: { trials: 64 },
      }),
    });
  },
};
