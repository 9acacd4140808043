import fc from 'fast-check';
import { expect, test } from 'vitest';
import { liveExpression } from '../../src/export/live-expression.ts';
import type { LiveContext } from '../../src/export/live-expression.ts';
import { called, literal, numberOf, reference } from '../../src/export/live.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import type { Expression } from '../../src/language/expression.ts';
import { mostWritten, writtenSize } from '../../src/export/written-size.ts';
import { SheetEvaluator } from './sheet-evaluator.ts';

const years = 3;
/** Rows of a small sheet: the years in row 1, then one name a row. */
const sheetRows: Readonly<Record<string, readonly number[]>> = {
  a: [2, 3, 5],
  b: [-1.5, 0.25, 4],
  c: [0, 1, 10],
};
const rowOf = (name: string) => (name === 'year' ? 1 : 2 + Object.keys(sheetRows).indexOf(name));
const context: LiveContext = {
  postures: ['one', 'two'],
  years,
  name: (name, { year }) => reference(name, year, literal(sheetRows[name]?.[year] ?? NaN)),
  sumOverYears: (_, __, terms) =>
    called(
      'SUM',
      terms,
      terms.reduce((sum, term) => sum + numberOf(term), 0),
      false,
    ),
};
const evaluator = new SheetEvaluator({
  names: [],
  sheets: [
    {
      name: 'S',
      rows: [[1, 2, 3], ...Object.values(sheetRows)].map((row) => row.map((value) => ({ value }))),
      widths: [],
      frozen: { rows: 0, columns: 0 },
    },
  ],
});

function inSheet(formula: Expression, year = 1): { readonly text: string; readonly value: number } {
  const live = liveExpression(formula, { posture: 0, year }, context);
  const text = live.write((row, at) => `${'ABC'.charAt(at ?? 0)}${rowOf(row)}`);
  return { text, value: numberOf(live) };
}

test.each([
  ['a + b * c', 'B2+B3*B4', 3.25],
  ['(a + b) * c', '(B2+B3)*B4', 3.25],
  ['a - (b - c)', 'B2-(B3-B4)', 3.75],
  ['a / (b * c)', 'B2/(B3*B4)', 12],
  ['(1 + a) ^ (year - 1)', '(1+B2)^(B1-1)', 4],
  ['discount(a)', '1/(1+B2)^B1', 1 / 16],
  ['year <= 2 ? a : b', 'B2', 3],
  ['posture == "one" ? a : b', 'B2', 3],
  ['a > 2 ? b : c', 'IF(B2>2,B3,B4)', 0.25],
  ['previous(a, 7)', 'A2', 2],
  ['cumulative(a)', 'SUM(A2,B2)', 5],
  ['at(a, year, 3)', 'C2', 5],
  ['max(a, b, 1)', 'MAX(B2,B3,1)', 3],
])('%s stands in a sheet as %s', (formula, text, value) => {
  expect(inSheet(parseFormula(formula))).toEqual({ text, value });
});

test('what only a bent formula of uncertain figures gives is marked as such', () => {
  const uncertain: LiveContext = {
    ...context,
    name: (name, at) => ({ ...context.name(name, at), isUncertain: true }),
  };
  const isBent = (formula: string) =>
    liveExpression(parseFormula(formula), { posture: 0, year: 0 }, uncertain).isBent;
  expect(isBent('a + 2 * b')).toBe(false);
  expect(isBent('max(a, b)')).toBe(true);
  expect(isBent('a > 1 ? b : c')).toBe(true);
});

const leaf = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'year').map((name): Expression => ({ kind: 'name', name })),
  fc.integer({ min: -9, max: 9 }).map((value): Expression => ({ kind: 'number', value })),
);
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('add', 'subtract', 'multiply', 'less', 'equal' as const),
        tie('tree'),
        tie('tree'),
      )
      .map(([operator, ...operands]): Expression => ({
        kind: 'operation',
        operator: operator as 'add',
        operands,
      })),
    // By what is not zero: a sheet has an error where the model has infinity.
    fc.tuple(tie('tree'), fc.integer({ min: 1, max: 9 })).map(([left, value]): Expression => ({
      kind: 'operation',
      operator: 'divide',
      operands: [left, { kind: 'number', value }],
    })),
    tie('tree').map((operand): Expression => ({
      kind: 'operation',
      operator: 'negate',
      operands: [operand],
    })),
    fc.tuple(tie('tree'), fc.integer({ min: 0, max: 3 })).map(([base, value]): Expression => ({
      kind: 'operation',
      operator: 'power',
      operands: [base, { kind: 'number', value }],
    })),
    fc
      .tuple(tie('tree'), tie('tree'), tie('tree'))
      .map(([condition, ifTrue, ifFalse]): Expression => ({
        kind: 'choose',
        condition,
        ifTrue,
        ifFalse,
      })),
    fc
      .tuple(
        fc.constantFrom('min', 'max', 'abs', 'floor', 'ceil', 'round' as const),
        tie('tree'),
        tie('tree'),
      )
      .map(([name, ...operands]): Expression => ({
        kind: 'call',
        function: name as 'min',
        axis: null,
        operands: name === 'min' || name === 'max' ? operands : operands.slice(0, 1),
      })),
  ),
}));

test('any formula comes to the same in the sheet as by itself, wherever brackets are needed', () => {
  fc.assert(
    fc.property(tree, fc.integer({ min: 0, max: years - 1 }), (formula, year) => {
      const { text, value } = inSheet(formula, year);
      fc.pre(Number.isFinite(value) && Math.abs(value) < 1e12);
      const found = Number(evaluator.formula(text, 'S!Z99'));
      expect(Math.abs(found - value), text).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(value)),
      );
    }),
    { numRuns: 2000, seed: 20261123 },
  );
});

test('a formula whose sums stand in one another is measured before it is written out', () => {
  const axes = { postures: ['one', 'two'], years: 30 };
  const sizeOf = (text: string) => writtenSize(parseFormula(text), axes);
  expect(sizeOf('a * (1 + b) ^ 2')).toBe(7);
  expect(sizeOf('at(previous(a, 0), year, 2)')).toBe(5);
  expect(sizeOf('sum(a, year)')).toBe(60);
  expect(sizeOf('max(cumulative(a), posture)')).toBe(2 * (1 + 60));
  expect(sizeOf('cumulative(cumulative(a * b))')).toBeLessThan(mostWritten);
  expect(sizeOf('cumulative(cumulative(cumulative(a)))')).toBeGreaterThan(mostWritten);
});
