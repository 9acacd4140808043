import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primitivePolynomial } from '../../src/numeric/primitive-polynomials.ts';
import { fillSobol, sobolDimension, sobolPoint } from '../../src/numeric/sobol.ts';
import { fillRandom, randomDraw, threefryBlock } from '../../src/numeric/threefry.ts';

const hex = (block: readonly [number, number]) =>
  block.map((word) => (word >>> 0).toString(16).padStart(8, '0'));

describe('threefryBlock', () => {
  it('gives the known answers of Random123 for 20 rounds', () => {
    expect(hex(threefryBlock(0, 0, 0, 0))).toEqual(['6b200159', '99ba4efe']);
    expect(hex(threefryBlock(-1, -1, -1, -1))).toEqual(['1cb996fc', 'bb002be7']);
    expect(hex(threefryBlock(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3 | 0))).toEqual([
      'c4923a9c',
      '483df7a0',
    ]);
  });
  it('fillRandom gives each trial its own draw, wherever a block starts and ends', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 70 }), (first, n) => {
        const draws = new Int32Array(n);
        fillRandom(draws, n, 5, 6, first);
        for (let i = 0; i < n; i++) expect(draws[i]).toBe(randomDraw(5, 6, first + i));
      }),
      { seed: 1 },
    );
  });
});

describe('primitivePolynomial', () => {
  it('finds as many of each degree as there are: phi(2^d - 1) / d', () => {
    const counts = [1, 1, 2, 2, 6, 6, 18, 16, 48, 60];
    let index = 0;
    for (const [degree, count] of counts.entries()) {
      for (let i = 0; i < count; i++) expect(primitivePolynomial(index++).degree).toBe(degree + 1);
    }
    expect(primitivePolynomial(index).degree).toBe(11);
  });
});

describe('sobol', () => {
  const dimensions = [0, 1, 2, 3, 10, 40, 111] as const;
  it('every scrambled dimension has one of 2^k points in each interval of width 2^-k', () => {
    for (const dimension of dimensions) {
      for (const key of [1, 2, 3]) {
        const scrambled = sobolDimension(dimension, key, 99);
        for (const k of [1, 5, 10]) {
          const cells = new Set(
            Array.from({ length: 1 << k }, (_, index) => sobolPoint(scrambled, index) >>> (32 - k)),
          );
          expect(cells.size).toBe(1 << k);
        }
      }
    }
  });
  it('dimensions 0 and 1 form a (0, 2)-sequence: one point in each box of area 2^-m', () => {
    const [x, y] = [sobolDimension(0, 4, 5), sobolDimension(1, 6, 7)];
    const m = 8;
    for (let a = 0; a <= m; a++) {
      const boxes = new Set(
        Array.from({ length: 1 << m }, (_, i) => {
          const column = a === 0 ? 0 : sobolPoint(x, i) >>> (32 - a);
          const row = a === m ? 0 : sobolPoint(y, i) >>> (32 - (m - a));
          return column * (1 << m) + row;
        }),
      );
      expect(boxes.size).toBe(1 << m);
    }
  });
  it('fillSobol gives each index its own point, wherever a block starts and ends', () => {
    const dimension = sobolDimension(7, 8, 9);
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.integer({ min: 1, max: 600 }), (first, n) => {
        const draws = new Int32Array(n);
        fillSobol(draws, n, dimension, first);
        for (const i of [0, n >> 1, n - 1]) expect(draws[i]).toBe(sobolPoint(dimension, first + i));
      }),
      { seed: 2 },
    );
  });
  it('is unbiased: over 2,000 scrambles the mean of 64 points of x * y is 1/4 within 5 standard errors (false alarm 6e-7; fixed keys)', () => {
    const means: number[] = [];
    for (let key = 0; key < 2000; key++) {
      const x = sobolDimension(3, key, 1);
      const y = sobolDimension(5, key, 2);
      let sum = 0;
      for (let i = 0; i < 64; i++)
        sum += ((sobolPoint(x, i) >>> 0) / 2 ** 32) * ((sobolPoint(y, i) >>> 0) / 2 ** 32);
      means.push(sum / 64);
    }
    const mean = means.reduce((a, b) => a + b) / means.length;
    const sd = Math.sqrt(means.reduce((a, b) => a + (b - mean) ** 2, 0) / (means.length - 1));
    expect(Math.abs(mean - 0.25)).toBeLessThan((5 * sd) / Math.sqrt(means.length) + 1e-9);
    // Plain random points would have an sd of 0.2205 / 8.
    expect(sd).toBeLessThan(0.5 * (0.2205 / 8));
  });
});
