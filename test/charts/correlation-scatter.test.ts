import { describe, expect, test } from 'vitest';
import { correlationScatter } from '../../src/charts/correlation-scatter.ts';

const draw = (rank: number, width = 320) =>
  correlationScatter({ one: 'Drop in trust', other: 'Trust to revenue', rank }, { width });

function dotsOf(rank: number): readonly { readonly x: number; readonly y: number }[] {
  return draw(rank).marks.flatMap((group) =>
    group.kind === 'group' && group.name === 'futures'
      ? group.marks.flatMap((mark) => (mark.kind === 'dot' ? [mark] : []))
      : [],
  );
}

/** Spearman's rank correlation of the dots, upwards being up. */
function rankCorrelation(dots: readonly { readonly x: number; readonly y: number }[]): number {
  const ranks = (values: readonly number[]) => {
    const order = values.toSorted((a, b) => a - b);
    return values.map((value) => order.indexOf(value));
  };
  const [xs, ys] = [ranks(dots.map(({ x }) => x)), ranks(dots.map(({ y }) => -y))];
  const n = dots.length;
  const squares = xs.reduce((sum, rank, index) => sum + (rank - (ys[index] ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

describe('correlationScatter', () => {
  test.each([-1, -0.7, -0.3, 0, 0.2, 0.5, 0.9, 1])(
    'draws 200 futures whose ranks are correlated by %d',
    (rank) => {
      const dots = dotsOf(rank);
      expect(dots).toHaveLength(200);
      expect(Math.abs(rankCorrelation(dots) - rank)).toBeLessThan(0.01);
    },
  );

  test('draws the same dots every time', () => {
    expect(draw(0.4)).toEqual(draw(0.4));
  });

  test.each([
    [0, 'In 50 of 100 futures both are high or both are low'],
    [0.5, 'In 67 of 100 futures both are high or both are low'],
    [1, 'In 100 of 100 futures both are high or both are low'],
    [-0.5, 'In 67 of 100 futures one is high where the other is low'],
  ])('says what a correlation of %d means', (rank, title) => {
    expect(draw(rank).title).toBe(title);
  });

  test('stays within a narrow picture', () => {
    const { marks, width } = draw(0.5, 180);
    const xs = marks.flatMap((group) =>
      group.kind === 'group' ? group.marks.flatMap((mark) => ('x' in mark ? [mark.x] : [])) : [],
    );
    expect(Math.max(...xs)).toBeLessThanOrEqual(width);
  });
});
