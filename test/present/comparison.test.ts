import { expect, test } from 'vitest';
import { comparison } from '../../src/present/comparison.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { clearSample, sampleResult } from './sample-result.ts';

const table = comparison(sampleResult(clearSample), hongKongDollars);
const rows = table.sections.flatMap(({ rows }) => rows);
const row = (label: string) =>
  rows.find((each) => each.label === label)?.cells.map((cell) => cell.replaceAll('\u00a0', ' '));

test('comparison has a column for each posture, in the order of the result', () => {
  expect(table.columns).toEqual(['PIPL only', 'PDPO only', 'Dual']);
  expect(table.scale.words).toBe('HK$ million');
  for (const { cells, label } of rows) expect(cells, label).toHaveLength(3);
});

test('comparison shows means with their simulation error, rounded up', () => {
  expect(row('Mean and its simulation error')).toEqual([
    '6.80 ± 0.01',
    '7.20 ± 0.01',
    '3.90 ± 0.01',
  ]);
});

test('comparison shows percentiles in one number of digits', () => {
  expect(row('Median: half of the futures cost less')).toEqual(['6.5', '6.5', '3.6']);
});

test('comparison shows the chance of being cheapest', () => {
  expect(row('Chance of being cheapest')).toEqual(['2 %', '15 %', '83 %']);
});

test('comparison always shows the four named categories first, and others that cost anything', () => {
  const [, parts] = table.sections;
  expect(parts?.rows.map(({ label }) => label)).toEqual([
    'Fines',
    'Audits',
    'Remediations',
    'Attrition',
    'Training',
  ]);
  expect(row('Fines')).toEqual(['\u2013', '0.07', '< 0.01']);
});

test('comparison shows savings against each other posture', () => {
  expect(row('Mean saving')).toEqual(['2.66', '2.67', '\u2013']);
});
