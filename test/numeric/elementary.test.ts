import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, expMinusOne, log, logOnePlus, pow, sine } from '../../src/numeric/elementary.ts';
import { incompleteBeta } from '../../src/numeric/incomplete-beta.ts';
import { incompleteGamma } from '../../src/numeric/incomplete-gamma.ts';
import { logGamma } from '../../src/numeric/log-gamma.ts';
import { normalCdf, normalQuantile, normalQuantileOfTail } from '../../src/numeric/normal.ts';

/** Agreement to a few units in the last place with the engine's own function, whose last bits vary. */
function expectClose(value: number, expected: number, units = 4): void {
  if (Number.isNaN(expected)) expect(value).toBeNaN();
  else if (!Number.isFinite(expected)) expect(value).toBe(expected);
  else
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(
      units * 2.3e-16 * Math.abs(expected) + 1e-320,
    );
}

describe('elementary functions agree with those of the engine', () => {
  const wide = fc.double({ min: -740, max: 709, noNaN: true });
  const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
  it('exp(x) over its whole range', () => {
    fc.assert(
      fc.property(wide, (x) => expectClose(exp(x), Math.exp(x))),
      { numRuns: 20_000, seed: 1 },
    );
  });
  it('log(x) over its whole range, subnormal numbers too', () => {
    fc.assert(
      fc.property(positive, (x) => expectClose(log(x), Math.log(x))),
      { numRuns: 20_000, seed: 2 },
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) =>
        expectClose(log(x), Math.log(x)),
      ),
      { numRuns: 20_000, seed: 3 },
    );
    expectClose(log(5e-324), Math.log(5e-324));
    expectClose(log(1e-310), Math.log(1e-310));
  });
  it('pow(x, y) for fractional powers', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 1e5, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        (x, y) => expectClose(pow(x, y), Math.pow(x, y), 8),
      ),
      { numRuns: 20_000, seed: 4 },
    );
  });
  it('logOnePlus(x), expMinusOne(x) and sine(x) near 0', () => {
    const small = fc.double({ min: -0.4, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(small, (x) => expectClose(logOnePlus(x), Math.log1p(x))),
      { numRuns: 5000, seed: 5 },
    );
    fc.assert(
      fc.property(small, (x) => expectClose(expMinusOne(x), Math.expm1(x))),
      { numRuns: 5000, seed: 6 },
    );
    fc.assert(
      fc.property(small, (x) => expectClose(sine(x), Math.sin(x))),
      { numRuns: 5000, seed: 7 },
    );
  });
  it.each([
    [exp(0), 1],
    [exp(-Infinity), 0],
    [exp(Infinity), Infinity],
    [exp(NaN), NaN],
    [exp(800), Infinity],
    [exp(-800), 0],
    [log(1), 0],
    [log(0), -Infinity],
    [log(-1), NaN],
    [log(Infinity), Infinity],
    [log(NaN), NaN],
    [pow(2, 10), 1024],
    [pow(2, -1), 0.5],
    [pow(5, 0), 1],
    [pow(0, 0.5), 0],
    [pow(0, -0.5), Infinity],
    [pow(-2, 0.5), NaN],
    [pow(-2, 3), -8],
    [pow(1, 1e9 + 0.5), 1],
  ])('gives the exact special value %#', (value, expected) => {
    expect(value).toBe(expected);
  });
  it('gives the very bits that are on record, so that a change of an engine or of the code is noticed', () => {
    // Values of this implementation; any platform must reproduce them exactly.
    const record = [
      exp(0.7),
      exp(-13.1),
      log(3.3),
      log(1e-9),
      pow(1.7, 2.3),
      pow(1.05, -4.5),
      normalQuantile(0.123),
      normalCdf(-1.7),
      logGamma(4.2),
    ];
    expect(record).toMatchInlineSnapshot(`
      [
        2.0137527074704766,
        0.0000020452306245234897,
        1.1939224684724346,
        -20.72326583694641,
        3.388695291147646,
        0.8028754051643363,
        -1.1601198829975194,
        0.04456546275854306,
        2.0485556369605895,
      ]
    `);
  });
});

describe('special functions agree with published values', () => {
  it('logGamma', () => {
    expectClose(logGamma(0.5), 0.5723649429247001, 8);
    expectClose(logGamma(10), 12.801827480081469, 8);
    expectClose(logGamma(100.5), 361.4355404677776, 8);
  });
  it('incompleteGamma: P(1, x) = 1 - e^-x, P(1/2, x) = erf(sqrt x), tails add to 1', () => {
    expect(incompleteGamma(1, 2).lower).toBeCloseTo(1 - Math.exp(-2), 14);
    expect(incompleteGamma(0.5, 1).lower).toBeCloseTo(0.8427007929497149, 14);
    expect(incompleteGamma(50, 60).upper).toBeCloseTo(0.08440668109369054, 9);
  });
  it('incompleteBeta: symmetric, uniform for 1 and 1', () => {
    expect(incompleteBeta(1, 1, 0.3)).toBeCloseTo(0.3, 14);
    expect(incompleteBeta(3, 3, 0.5)).toBeCloseTo(0.5, 14);
    expect(incompleteBeta(2, 5, 0.3) + incompleteBeta(5, 2, 0.7)).toBeCloseTo(1, 14);
  });
  it('normalQuantile and normalCdf are inverse, far into both tails', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        const tail = normalCdf(-Math.abs(z));
        expect(Math.abs(normalQuantileOfTail(tail) - Math.abs(z))).toBeLessThan(
          1e-13 * Math.max(1, Math.abs(z)),
        );
      }),
      { numRuns: 3000, seed: 8 },
    );
    expectClose(normalCdf(-10), 7.61985302416052e-24, 30);
  });
});
