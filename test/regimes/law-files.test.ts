import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import * as v from 'valibot';
import evidence from '../../models/evidence.json';
import { FormulaError } from '../../src/language/formula-error.ts';
import { typeOfExpression } from '../../src/language/type-of-expression.ts';
import type { TypeContext } from '../../src/language/type-rules.ts';
import type { ValueType } from '../../src/language/type.ts';
import { formatUnit, parseUnit } from '../../src/language/unit.ts';
import type { Unit } from '../../src/language/unit.ts';
import { scopeOf } from '../../src/regimes/inquiry.ts';
import type { Entry } from '../../src/regimes/law-book.ts';
import { loadModel } from '../../src/schema/load-model.ts';
import { gapTableSchema, programmeTemplatesSchema, regimeSchema } from '../../src/schema/regime.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { namesIn } from '../../src/regimes/evaluate.ts';
import { gapTableFile, regimeFiles } from '../../src/runner/regime-files.ts';
import { openLawBook } from '../../src/regimes/law-book.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(`models/regimes/${name}.json`, 'utf8'));
const folders = readdirSync('models/regimes', { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);
const { value: model } = loadModel(
  readFileSync('models/compliance-tco.json'),
  'models/compliance-tco.json',
);

/** All laws that there are, also those that are asked only by name. */
const lawBook = openLawBook(regimeFiles, gapTableFile, parseFormula);

const constant: Omit<ValueType, 'value' | 'unit'> = {
  posture: false,
  year: false,
  uncertain: false,
  perEvent: false,
};

function typeOfEntry(entry: Entry): ValueType {
  if (entry.kind === 'rule') return { ...constant, value: 'boolean', unit: {} };
  if (entry.kind === 'definition') return typeOf(entry.formula);
  const { unit } = entry.type;
  if (unit === 'yes-no') return { ...constant, value: 'boolean', unit: {} };
  if (unit === 'word') return { ...constant, value: 'text', unit: {} };
  const parsed = parseUnit(unit);
  if (typeof parsed === 'string') throw new Error(`${parsed} is no unit`);
  return { ...constant, value: 'number', unit: parsed };
}

const context: TypeContext = {
  postures: [],
  years: 5,
  oneYearBack: (visit) => visit(),
  choicesOf: (name) => {
    const entry = lawBook.entries.get(name);
    return entry !== undefined && 'type' in entry ? (entry.type.choices ?? null) : null;
  },
  name: ({ name }) => {
    const entry = lawBook.entries.get(name);
    if (entry === undefined) throw new FormulaError(`there is no ${name}`);
    return typeOfEntry(entry);
  },
};

/** The type of a formula of the law, by the very checker of the modelling language. */
function typeOf(formula: string): ValueType {
  return typeOfExpression(parseFormula(formula), context);
}

describe.each(folders)('models/regimes/%s', (name) => {
  const regime = v.parse(regimeSchema, read(`${name}/regime`));

  it('names evidence that stands in the register', () => {
    const known = [...Object.keys(evidence.facts), ...Object.keys(evidence.claims)];
    const named = [
      ...Object.values(regime.rules).flatMap((rule) => rule.evidence),
      ...Object.values(regime.assumptions).flatMap((each) => each.evidence),
      ...Object.values(regime.rules).flatMap(({ duties }) =>
        duties.flatMap((duty) => duty.evidence ?? []),
      ),
      ...regime.controls.flatMap((each) => each.evidence),
      ...regime.remarks.flatMap((each) => each.evidence),
      ...Object.values(regime.asks).flatMap((each) => each.evidence),
    ];
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });

  it('has conditions that are conditions', () => {
    const conditions = [
      ...Object.values(regime.rules).flatMap(({ duties, when }) => [
        when,
        ...duties.flatMap((duty) => duty.when ?? []),
      ]),
      ...regime.mechanisms.flatMap(({ alternatives, when }) => [
        when,
        ...alternatives.map((each) => each.when),
      ]),
      ...regime.controls.map(({ when }) => when),
      ...Object.values(regime.totals).map(({ where }) => where),
      ...regime.remarks.map(({ when }) => when),
    ];
    for (const formula of conditions) expect(typeOf(formula).value, formula).toBe('boolean');
  });

  it('sets inputs that the model has, in their unit and for postures that it has', () => {
    for (const [rule, { effects }] of Object.entries(regime.rules)) {
      for (const { formula, how, input, under } of effects) {
        const known = model!.inputs[input];
        expect(known, `${rule}: ${input}`).toBeDefined();
        const unit = parseUnit(how === 'times' ? 'share' : (known!.unit ?? ''));
        const found = typeOf(formula);
        expect(found.value, `${rule}: ${formula}`).toBe('number');
        if (found.unit !== null && !/^[\d.]+$/.test(formula))
          expect(formatUnit(found.unit), `${rule}: ${formula}`).toBe(formatUnit(unit as Unit));
        const named = typeof under === 'string' ? [] : [under.keeps, under.leaves];
        for (const law of named.flatMap((laws) => laws ?? [])) expect(folders).toContain(law);
      }
    }
  });

  it('looks at single flows only where it is about flows', () => {
    for (const [name, { scope, when }] of Object.entries(regime.rules)) {
      if (scope === 'flow') continue;
      for (const each of namesIn(parseFormula(when))) {
        const entry = lawBook.entries.get(each)!;
        // Asked of the company, a condition of flows means: of any of them. A number cannot.
        if (scopeOf(entry) === 'flow')
          expect(typeOfEntry(entry).value, `${name}: ${each}`).toBe('boolean');
      }
    }
  });
});

test('definitions, totals and units of the law are well typed', () => {
  for (const [name, entry] of lawBook.entries) {
    expect(() => typeOfEntry(entry), name).not.toThrow();
    if (entry.kind === 'total' && entry.of !== null)
      expect(formatUnit(typeOf(entry.of).unit ?? {}), name).toBe(
        formatUnit(parseUnit(entry.type.unit) as Unit),
      );
  }
});

test('the gap table has the sixteen topics, with conditions that can be asked', () => {
  const table = v.parse(gapTableSchema, read('gap-table'));
  const laws = lawBook.regimes.filter(({ kind }) => kind === 'law');
  expect(Object.keys(table)).toHaveLength(16);
  for (const [topic, { when }] of Object.entries(table)) {
    for (const name of namesIn(parseFormula(when)))
      expect([...lawBook.entries.keys()]).toContain(name);
    for (const { asks, id } of laws) expect(Object.keys(asks), id).toContain(topic);
  }
});

test('the ready programmes take 11.3 and 26 weeks and share out all of the cost', () => {
  const templates = v.parse(programmeTemplatesSchema, read('programme'));
  for (const { steps } of Object.values(templates))
    expect(Object.values(steps).reduce((sum, step) => sum + step.costShare, 0)).toBeCloseTo(1, 9);
});
