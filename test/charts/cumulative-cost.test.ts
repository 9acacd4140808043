import { expect, test } from 'vitest';
import { cumulativeCost } from '../../src/charts/cumulative-cost.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { oddResult } from '../helpers/odd-results.ts';
import type { OddCase } from '../helpers/odd-results.ts';
import { flat } from '../helpers/scenes.ts';

const draw = (name: OddCase, width = 700) =>
  cumulativeCost(oddResult(name), { width }, hongKongDollars);
const title = (name: OddCase) => draw(name)?.title;
const month = (id: string) => Math.round(oddResult('published').payback[id]?.months ?? NaN);

test('the claim says from when on the compared posture has cost less', () => {
  expect(title('published')).toBe(
    `On average Dual has cost less than PIPL only from month ${month('pipl-only')} on, and than PDPO only from month ${month('pdpo-only')} on`,
  );
  expect(title('six postures')).toBe(
    'On average Dual has cost less than all 5 others from month 13 on',
  );
});

test('where it does not pay, the claim says how much more it has cost', () => {
  expect(title('dual not worth its price')).toMatch(
    /^On average Dual has cost at least HK\$1\.\d+\u00a0M more than PIPL only and PDPO only by the end of 5 years$/,
  );
  expect(title('dual alone costs anything')).toContain('more than PIPL only and PDPO only');
  expect(title('nothing uncertain')).toContain('than PDPO only from month');
  expect(title('nothing uncertain')).toContain('but not less than PIPL only by the end of 5 years');
});

test('there are words also for one posture, for alike ones and for one year', () => {
  expect(title('one posture')).toBe('What Dual has cost by the end of 5 years');
  expect(title('alike postures')).toBe(
    'On average Dual has cost as much as PIPL only and PDPO only by the end of 5 years',
  );
  expect(draw('one year')?.description).toContain('over one year');
});

test('a line for each posture, a band of 8 of 10 futures and one of half of them', () => {
  const marks = flat(draw('published')?.marks ?? []);
  expect(marks.filter(({ kind }) => kind === 'line')).toHaveLength(3);
  expect(marks.flatMap((mark) => (mark.kind === 'area' ? [mark.weight] : []))).toEqual([
    'outer',
    'inner',
  ]);
  expect(JSON.stringify(marks)).toContain('8 of 10 futures in its fan');
});

test('the point of payback stands on both lines', () => {
  const scene = draw('published');
  const dots = flat(scene?.marks ?? []).filter(
    (mark) => mark.kind === 'dot' && mark.role === 'strong',
  );
  expect(dots).toHaveLength(2);
  const said = scene?.stops.filter(({ series }) => series === 3).map(({ text }) => text);
  expect(said).toEqual([
    `On average Dual has cost less than PIPL only from month ${month('pipl-only')} on`,
    `On average Dual has cost less than PDPO only from month ${month('pdpo-only')} on`,
  ]);
});

test.each([288, 390, 700, 1100])('years are named without gaps that mislead, at %d px', (width) => {
  for (const name of ['published', 'thirty years', 'one year'] as const) {
    const { years } = oddResult(name).manifest;
    const scene = draw(name, width);
    const labels = flat(scene?.marks ?? [])
      .flatMap((mark) => (mark.kind === 'text' && mark.y > (scene?.height ?? 0) - 24 ? [mark] : []))
      .map(({ text }) => (text === 'start' ? 0 : Number(text.replace('year ', ''))));
    expect(labels[0]).toBe(0);
    expect(labels.at(-1)).toBe(years);
    const steps = labels.slice(1).map((label, index) => label - (labels[index] ?? 0));
    expect(Math.max(...steps.slice(0, -1), steps[0] ?? 0)).toBe(steps[0]);
  }
});
