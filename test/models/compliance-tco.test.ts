import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import evidenceFile from '../../models/evidence.json';
import scenario from '../../scenarios/published.json';
import type { Expression } from '../../src/language/expression.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { evidenceSchema } from '../../src/schema/evidence.ts';
import { loadModel } from '../../src/schema/load-model.ts';

const { value: model, issues } = loadModel(
  readFileSync('models/compliance-tco.json'),
  'models/compliance-tco.json',
);
const evidence = v.parse(evidenceSchema, evidenceFile);
const known = new Set([...Object.keys(evidence.facts), ...Object.keys(evidence.claims)]);

/** Every formula of the model, with where it stands. */
const formulas: readonly (readonly [string, string])[] = [
  ...Object.entries(model!.definitions).map(
    ([name, each]) => [`definitions/${name}`, each.formula] as const,
  ),
  ...Object.entries(model!.lines).map(([name, each]) => [`lines/${name}`, each.formula] as const),
  ...Object.entries(model!.outputs).map(
    ([name, each]) => [`outputs/${name}`, each.formula] as const,
  ),
  ...Object.entries(model!.ratios).flatMap(
    ([name, each]) =>
      [
        [`ratios/${name}/numerator`, each.numerator],
        [`ratios/${name}/denominator`, each.denominator],
      ] as const,
  ),
  ...Object.entries(model!.events).flatMap(([name, each]) => [
    [`events/${name}`, 'of' in each ? each.chance : each.rate] as const,
    ...Object.entries(each.amounts).map(
      ([amount, text]) => [`events/${name}/${amount}`, text] as const,
    ),
  ]),
  ['priceIndex', model!.priceIndex!],
  ...model!.checks.map((check, index) => [`checks/${index}`, check.when] as const),
];

function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'operation':
    case 'call':
      return expression.operands.flatMap(namesIn);
    case 'choose':
      return [expression.condition, expression.ifTrue, expression.ifFalse].flatMap(namesIn);
    default:
      return [];
  }
}

describe('the cost model', () => {
  it('loads without an issue', () => {
    expect(issues).toEqual([]);
  });
  it('has evidence for every input, and every id stands in the register', () => {
    for (const [name, input] of Object.entries(model!.inputs)) {
      expect(input.evidence.length, name).toBeGreaterThan(0);
      for (const id of input.evidence) expect(known, `${name}: ${id}`).toContain(id);
    }
    for (const [name, each] of [
      ...Object.entries(model!.lines),
      ...Object.entries(model!.events),
    ]) {
      for (const id of each.evidence) expect(known, `${name}: ${id}`).toContain(id);
    }
  });
  it('uses every input and every definition', () => {
    const used = new Set(formulas.flatMap(([, formula]) => namesIn(parseFormula(formula))));
    for (const name of [...Object.keys(model!.inputs), ...Object.keys(model!.definitions)])
      expect(used, name).toContain(name);
  });
  it('has formulas that a finance reader can take in: at most 160 characters', () => {
    for (const [where, formula] of formulas) {
      if (where.startsWith('checks')) continue;
      expect(formula.length, where).toBeLessThanOrEqual(160);
    }
  });
  it('has a label and help for every input, and a cost line for every category', () => {
    for (const [name, input] of Object.entries(model!.inputs))
      expect(input.help, name).toBeTruthy();
    const used = new Set(Object.values(model!.lines).map((line) => line.category));
    for (const category of Object.keys(model!.categories))
      expect(used, category).toContain(category);
  });
});

describe('the published scenario', () => {
  it('has sources that stand in the register', () => {
    for (const [name, value] of Object.entries(scenario.inputs)) {
      if (typeof value === 'object' && 'source' in value)
        expect(known, name).toContain(value.source);
    }
  });
});

describe('the register', () => {
  it('names only evidence that it holds', () => {
    for (const [id, claim] of Object.entries(evidence.claims)) {
      for (const other of claim.evidence) expect(known, `${id}: ${other}`).toContain(other);
    }
  });
  it('holds every claim of the article, C1 to C36', () => {
    expect(Object.keys(evidence.claims)).toEqual(
      Array.from({ length: 36 }, (_, index) => `C${index + 1}`),
    );
  });
});
