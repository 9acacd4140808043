import { expect, test } from 'vitest';
import { comparison } from '../../src/present/comparison.ts';
import { figureSource } from '../../src/present/figure-source.ts';
import type { FormulaPart } from '../../src/present/formula-in-words.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { briefScenario } from '../../src/schema/brief-scenario.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { preparePublished } from '../helpers/published-run.ts';

const prepared = preparePublished({ trials: 4096 });
const { model, scenario: resolved } = prepared.compiled.source;
const briefing = briefScenario({ model, resolved, base: prepared.base, loaded: prepared.loaded });
const result = calculate(prepared, { claims: {} });
const { scale, sections } = comparison(result, hongKongDollars);
const rows = sections.flatMap((section) => section.rows);

function sourceOf(label: string) {
  const row = rows.find((each) => each.label === label);
  if (row === undefined) throw new Error(`no row ${label}`);
  return figureSource(row, result, briefing, scale);
}

const say = (formula: readonly FormulaPart[]) =>
  formula.map((part) => (part.kind === 'name' ? part.label : part.text)).join('');

test('figureSource shows the cost lines of a category, whose means add up to it', () => {
  const { parts } = sourceOf('Remediations');
  expect(parts.map(({ label }) => label)).toEqual([
    'Emergency re-audits',
    'Emergency transfer applications',
    'Emergency fixes',
    'Emergency isolation',
    'Emergency disruption of mainland operations',
    'Answering emergency inquiries',
  ]);
  for (const [index, { id }] of result.postures.entries()) {
    const sum = parts.reduce((total, { cells }) => total + (Number(cells[index]) || 0), 0);
    expect(sum).toBeCloseTo((result.components[id]?.['remediations'] ?? 0) / scale.size, 1);
  }
});

test('figureSource writes a formula in the words of the page, price rises included', () => {
  const [line] = sourceOf('Audits').parts;
  expect(say(line?.formula ?? [])).toBe(
    '(Scheduled audits a year × Cost of a scheduled audit) × (1 + Inflation) ^ (year \u2212 1)',
  );
});

test('figureSource follows a formula down to the inputs', () => {
  const { terms } = sourceOf('Fines');
  expect(terms.map(({ name }) => name)).toContain('fine.cost');
  expect(terms.map(({ name }) => name)).toContain('severityLeft');
  const known = new Set(briefing.inputs.map(({ name }) => name));
  for (const { formula } of terms) {
    for (const part of formula) {
      if (part.kind !== 'name' || known.has(part.name)) continue;
      expect(terms.map(({ name }) => name)).toContain(part.name);
    }
  }
});

test('every row tells how it comes about, and every category and ratio its formulas', () => {
  for (const row of rows) {
    expect(row.about, row.label).toMatch(/^[A-Z].*\.$/);
    const { parts } = figureSource(row, result, briefing, scale);
    expect(parts.length > 0, row.label).toBe(row.of !== null);
    // No name of the model's language is left where people read.
    for (const { formula } of parts)
      expect(say(formula), row.label).not.toMatch(/[a-z][A-Z]|\w\.\w*[a-z]/);
  }
});
