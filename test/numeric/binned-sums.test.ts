import { expect, test } from 'vitest';
import { binnedSums } from '../../src/numeric/binned-fit.ts';
import { quantileBins } from '../../src/numeric/quantile-bins.ts';

test('sums of several outputs and replicates are those of adding up one by one', () => {
  const [trials, replicates, count] = [96, 3, 4];
  const x = Float64Array.from({ length: trials }, (_, i) => ((i * 37) % 96) / 96 - 0.5);
  const ys = [1, 2, 3, 4, 5].map((power) => x.map((value) => value ** power + power / 7));
  const bins = quantileBins(x, count);
  const found = binnedSums(bins, x, ys, [0, 32, 64, 96]);
  const among = (replicate: number, bin: number | null, of: (i: number) => number) => {
    let sum = 0;
    for (let i = 32 * replicate; i < 32 * (replicate + 1); i++)
      if (bin === null || bins.of[i] === bin) sum += of(i);
    return sum;
  };
  const each = <T>(length: number, make: (index: number) => T) =>
    Array.from({ length }, (_, i) => make(i));
  const near = (got: Float64Array, wanted: readonly number[]) => {
    expect(got).toHaveLength(wanted.length);
    for (const [index, value] of wanted.entries()) expect(got[index]).toBeCloseTo(value, 10);
  };
  const byBin = (of: (i: number) => number) =>
    each(replicates, (r) => each(count, (bin) => among(r, bin, of))).flat();
  near(
    found.n,
    byBin(() => 1),
  );
  near(
    found.x,
    byBin((i) => x[i]!),
  );
  near(
    found.xx,
    byBin((i) => x[i]! ** 2),
  );
  const byOutput = (of: (y: Float64Array, i: number) => number) =>
    each(replicates, (r) =>
      each(count, (bin) => ys.map((y) => among(r, bin, (i) => of(y, i)))),
    ).flat(2);
  near(
    found.y,
    byOutput((y, i) => y[i]!),
  );
  near(
    found.xy,
    byOutput((y, i) => x[i]! * y[i]!),
  );
  near(found.yy, each(replicates, (r) => ys.map((y) => among(r, null, (i) => y[i]! ** 2))).flat());
});
