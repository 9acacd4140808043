import { expect, test } from 'vitest';
import { costHistogram } from '../../src/charts/cost-histogram.ts';
import { savingHistogram } from '../../src/charts/saving-histogram.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import type { Scene } from '../../src/charts/scene.ts';
import { oddCases, oddResult } from '../helpers/odd-results.ts';
import { flat, group } from '../helpers/scenes.ts';

const size = { width: 700 };
const percent = (text: string) => Number(text.replace('\u00a0%', ''));
/** Bars of a row as [left, top, right], from its one path. */
const barsOf = (scene: Scene | null, row: string) =>
  flat(group(scene?.marks ?? [], row)?.marks ?? []).flatMap((mark) =>
    mark.kind === 'path' && mark.x === 0
      ? [...mark.d.matchAll(/M([\d.-]+),([\d.-]+)V([\d.-]+)H([\d.-]+)/g)].map(
          ([, left, base, top, right]) => ({
            left: Number(left),
            right: Number(right),
            height: Number(base) - Number(top),
          }),
        )
      : [],
  );

test.each(oddCases)('the table of a histogram holds all futures: %s', (name) => {
  for (const scene of [
    costHistogram(oddResult(name), size, hongKongDollars),
    savingHistogram(oddResult(name), size, hongKongDollars),
  ]) {
    if (scene === null) continue;
    for (let column = 1; column < scene.table.head.length; column++) {
      const shares = scene.table.rows.map((row) => percent(row[column] ?? ''));
      // Each of some hundred shares is rounded to a hundredth of a percent.
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(0.6);
    }
  }
});

test('bars have the same scale in every row, and as many futures as they are high', () => {
  const result = oddResult('published');
  const scene = costHistogram(result, size, hongKongDollars);
  const scales = result.postures.map(({ id, label }) => {
    const shares = (result.distributions.tco[id]?.bins.shares ?? []).filter((share) => share > 0);
    const bars = barsOf(scene, label);
    expect(bars).toHaveLength(shares.length);
    const [highest, most] = [Math.max(...bars.map(({ height }) => height)), Math.max(...shares)];
    return highest / most;
  });
  for (const scale of scales) expect(scale / (scales[0] ?? NaN)).toBeCloseTo(1, 1);
});

test('the futures that cost more are those left of zero', () => {
  const result = oddResult('published');
  const scene = savingHistogram(result, size, hongKongDollars);
  const zero = flat(group(scene?.marks ?? [], 'zero')?.marks ?? []).find(
    (mark) => mark.kind === 'rule',
  );
  const at = zero?.kind === 'rule' ? zero.x1 : NaN;
  const bars = barsOf(scene, 'against PIPL only');
  const heights = (some: typeof bars) => some.reduce((sum, { height }) => sum + height, 0);
  const share = heights(bars.filter(({ right }) => right <= at + 1)) / heights(bars);
  const said = 1 - (result.saving['pipl-only']?.probabilityPositive ?? NaN);
  // Bars are drawn in tenths of pixels, and outliers are not drawn.
  expect(share).toBeCloseTo(said, 1);
  const texts = flat(scene?.marks ?? []).flatMap((mark) =>
    mark.kind === 'text' ? [mark.text] : [],
  );
  expect(texts).toContain(`costs more in ${Math.round(100 * said)} of 100`);
});

test('where postures are alike no future costs more and none costs less', () => {
  const scene = savingHistogram(oddResult('alike postures'), size, hongKongDollars);
  expect(scene?.title).toBe('Dual costs as much as PIPL only and PDPO only in every future');
  expect(JSON.stringify(scene?.marks)).toContain('costs more in 0 of 100');
});
