import { expect, test } from 'vitest';
import { exceedanceCurve } from '../../src/charts/exceedance-curve.ts';
import type { ExceedanceOptions } from '../../src/charts/exceedance-curve.ts';
import { chanceAbove } from '../../src/present/chance-above.ts';
import { ofHundred } from '../../src/present/format-share.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { oddResult } from '../helpers/odd-results.ts';
import { flat, group } from '../helpers/scenes.ts';

const published = oddResult('published');
const draw = (options: ExceedanceOptions = {}, result = published, currency = hongKongDollars) => {
  const scene = exceedanceCurve(result, { width: 700 }, currency, options);
  if (scene?.movable === undefined) throw new Error('nothing drawn');
  return { ...scene, movable: scene.movable };
};

test('the claim says how often each posture costs more than the line', () => {
  expect(draw({ tolerance: 5e6 }).title).toMatch(
    /^Dual costs more than HK\$5\u00a0M in \d+ of 100 futures, PIPL only in \d+, PDPO only in \d+$/,
  );
  const chance = chanceAbove(published.distributions.tco['dual']?.quantiles ?? [], 5e6);
  expect(draw({ tolerance: 5e6 }).title).toContain(`in ${ofHundred(chance)} futures`);
});

test('title, hint and description all say where the line stands', () => {
  const { description, hint, title } = draw({ tolerance: 7_500_000 });
  for (const text of [title, hint, description]) expect(text).toContain('HK$7.5\u00a0M');
});

test('the line crosses each curve where its mark is', () => {
  const { marks, movable } = draw({ tolerance: 4e6 });
  const own = flat(group(marks, 'tolerance')?.marks ?? []);
  const rule = own.find((mark) => mark.kind === 'rule');
  const x =
    movable.from +
    ((4e6 - movable.min) / (movable.max - movable.min)) * (movable.to - movable.from);
  expect(rule).toMatchObject({ x1: Math.round(10 * x) / 10 });
  for (const mark of own) {
    if (mark.kind === 'dot' || mark.kind === 'path') expect(mark.x).toBeCloseTo(x, 0);
  }
});

test('by itself the line stands at a round amount in the middle of the dearest posture', () => {
  expect(draw().movable.value).toBe(6e6);
});

test('a line that nobody has set stays where it was as long as it is of use there', () => {
  expect(draw({ before: 5e6 }).movable.value).toBe(5e6);
  // Another scenario, in thousands: 5 million say nothing there.
  expect(draw({ before: 5e6 }, oddResult('thousands of dollars')).movable.value).toBeLessThan(5e4);
});

test('a line that was set stays, also where no curve comes to it', () => {
  const { movable, title } = draw({ tolerance: 60e6 });
  expect(movable.value).toBe(60e6);
  expect(movable.max).toBeGreaterThanOrEqual(60e6);
  expect(title).toMatch(/^Dual costs more than HK\$60\u00a0M in (0|fewer than 1) of 100 futures/);
});

test('while the line is moved the axis stands still', () => {
  const { max } = draw({ tolerance: 60e6 }).movable;
  const { movable } = draw({ tolerance: 3e6, upTo: max });
  expect(movable.max).toBe(max);
  expect(draw({ tolerance: 3e6 }).movable.max).toBeLessThan(max);
});

test('the line stops at amounts that are round in the currency that is shown', () => {
  const yuan = { code: 'CNY', rate: 1.09 };
  const { movable, title } = draw({}, published, yuan);
  expect((movable.value / yuan.rate) % 1e5).toBeCloseTo(0, 3);
  expect(movable.step / yuan.rate).toBeCloseTo(1e5, 6);
  expect(title).toContain('CN\u00a5');
});

test('the curves never rise', () => {
  const lines = flat(draw().marks).flatMap((mark) => (mark.kind === 'line' ? [mark.d] : []));
  expect(lines).toHaveLength(3);
  for (const d of lines) {
    const points = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(points.length).toBeGreaterThan(50);
    for (const [index, [x = 0, y = 0]] of points.entries()) {
      const [nextX = x, nextY = y] = points[index + 1] ?? [];
      expect(nextX).toBeGreaterThanOrEqual(x);
      expect(nextY).toBeGreaterThanOrEqual(y);
    }
  }
});

test('of more postures than a sentence holds the lowest and the highest are named', () => {
  expect(draw({ tolerance: 7e6 }, oddResult('six postures')).title).toMatch(
    /^More than HK\$7\u00a0M: \d+ of 100 futures \(Dual\) to \d+ \(Two separate programmes\)$/,
  );
});
