import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costBridge } from '../../src/charts/cost-bridge.ts';
import type { Scene } from '../../src/charts/scene.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import type { Result } from '../../src/schema/result.ts';
import { oddCases, oddResult } from '../helpers/odd-results.ts';
import { flat, group } from '../helpers/scenes.ts';

const size = { width: 700 };
const bridge = (result: Result, from: string) =>
  costBridge(result, size, hongKongDollars, { from, to: 'dual' });

/** A number as a reader would type it off the picture. */
const read = (text: string) => Number(text.replace('\u2212', '-').replaceAll(/[+,]/g, ''));
const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0;

/** Adds up what is written, in whole units of the last digit. */
function expectSum({ table }: Scene): void {
  const [first, ...steps] = table.rows;
  const unit = 10 ** decimalsOf(first?.[2] ?? '');
  const units = (text = '') => Math.round(read(text) * unit);
  let then = units(first?.[2]);
  for (const [, change = '', after] of steps) {
    if (change !== '') then += units(change);
    expect(units(after)).toBe(then);
  }
}

test.each(oddCases)('the numbers of a bridge add up exactly as they are read: %s', (name) => {
  const result = oddResult(name);
  for (const { id } of result.postures) {
    const scene = bridge(result, id);
    if (scene !== null) expectSum(scene);
  }
});

test('the numbers of a bridge add up exactly, whatever the lines cost', () => {
  const sample = oddResult('published');
  const names = Object.keys(sample.labels.lineCategories);
  const cost = fc.oneof(
    fc.double({ min: -1e7, max: 1e7, noNaN: true }),
    fc.constantFrom(0, 4999.999, 5000, 1),
  );
  const lines = fc
    .array(cost, { minLength: names.length, maxLength: names.length })
    .map((costs) =>
      Object.fromEntries(
        names.map((name, index) => [name, { mean: costs[index] ?? 0, standardError: 1 }]),
      ),
    );
  fc.assert(
    fc.property(lines, lines, fc.integer({ min: 240, max: 1200 }), (one, other, width) => {
      const result = { ...sample, lines: { 'pipl-only': one, dual: other } };
      const scene = costBridge(result, { width }, hongKongDollars, {
        from: 'pipl-only',
        to: 'dual',
      });
      expect(scene).not.toBeNull();
      if (scene === null) return;
      expectSum(scene);
      // What is drawn says the same as the table.
      const written = flat(group(scene.marks, 'steps')?.marks ?? []).flatMap((mark) =>
        mark.kind === 'text' ? [mark.text] : [],
      );
      for (const [, change = '', then = ''] of scene.table.rows)
        expect(written).toContain(change === '' ? then : change);
    }),
    { numRuns: 200 },
  );
});

test('the ends of a bridge are the means of the postures', () => {
  const result = oddResult('published');
  const scene = bridge(result, 'pdpo-only');
  const mean = (id: string) => (result.outputs['tco']?.[id]?.mean ?? NaN) / 1e6;
  const rows = scene?.table.rows ?? [];
  expect(Math.abs(read(rows[0]?.[2] ?? '') - mean('pdpo-only'))).toBeLessThanOrEqual(0.005);
  // All roundings of the steps together; the means themselves are each rounded once.
  expect(Math.abs(read(rows.at(-1)?.[2] ?? '') - mean('dual'))).toBeLessThanOrEqual(0.0101);
});

test('each bar begins where the one above it ends', () => {
  const scene = bridge(oddResult('published'), 'pipl-only');
  const steps = group(scene?.marks ?? [], 'steps')?.marks ?? [];
  const bars = flat(steps).flatMap((mark) => (mark.kind === 'rect' ? [mark] : []));
  let at = (bars[0]?.x ?? 0) + (bars[0]?.width ?? 0);
  for (const bar of bars.slice(1, -1)) {
    const [from, to] = [bar.x, bar.x + bar.width];
    // Bars are at least two pixels wide, and stand on whole ones.
    expect(Math.min(Math.abs(at - from), Math.abs(at - to))).toBeLessThanOrEqual(2);
    at = bar.role === 'less' ? from : to;
  }
});

test('a bridge says how far the means are apart and which category does most of it', () => {
  expect(bridge(oddResult('published'), 'pdpo-only')?.title).toMatch(
    /^Dual costs HK\$3\.\d\d\u00a0M less than PDPO only on average, and HK\$5\.\d\d\u00a0M less for remediations alone$/,
  );
  expect(bridge(oddResult('dual not worth its price'), 'pipl-only')?.title).toMatch(
    /^Dual costs HK\$1\.\d\d\u00a0M more than PIPL only on average, and HK\$1\.50\u00a0M more for monitoring alone$/,
  );
  expect(bridge(oddResult('alike postures'), 'pipl-only')?.title).toBe(
    'Dual costs as much as PIPL only on average',
  );
});

test('there is no bridge from a posture to itself, nor from one that is not there', () => {
  const result = oddResult('published');
  expect(bridge(result, 'dual')).toBeNull();
  expect(bridge(result, 'nobody')).toBeNull();
});
