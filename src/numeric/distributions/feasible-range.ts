import { fitMetalog, isFeasibleMetalog, metalogDistribution } from './metalog-distribution.ts';

type Percentile = readonly [probability: number, value: number];

/**
 * Between which values one inner percentile can lie so that a metalog goes through all, rounded
 * inwards; null where the others do not fit together by themselves. What fits is one interval
 * (Keelin 2016): it holds the value that the others give, and is halved towards from both sides.
 */
export function feasibleRange(
  percentiles: readonly Percentile[],
  index: number,
  min: number,
  max: number,
): readonly [low: number, high: number] | null {
  const [below, moved, above] = [
    percentiles[index - 1],
    percentiles[index],
    percentiles[index + 1],
  ];
  if (below === undefined || moved === undefined || above === undefined) return null;
  const others = fitMetalog(
    percentiles.filter((_, at) => at !== index),
    min,
    max,
  );
  if (!isFeasibleMetalog(others)) return null;
  const inside = metalogDistribution(others).quantile(moved[0]);
  const fits = (value: number) =>
    isFeasibleMetalog(
      fitMetalog(
        percentiles.map((each, at) => (at === index ? [each[0], value] : each)),
        min,
        max,
      ),
    );
  const limit = (outside: number): number => {
    let [good, bad] = [inside, outside];
    for (let i = 0; i < 30; i++) {
      const middle = (good + bad) / 2;
      if (fits(middle)) good = middle;
      else bad = middle;
    }
    return good;
  };
  return roundedInwards(limit(below[1]), limit(above[1]));
}

/** To a hundredth of the range or so. */
function roundedInwards(low: number, high: number): readonly [number, number] {
  // Too narrow or too wide to be rounded: it would go on for ever.
  if (!(high > low && high - low < Infinity)) return [low, high];
  let step = 1;
  while (step > (high - low) / 50) step /= 10;
  while (step * 10 <= (high - low) / 50) step *= 10;
  const plain = (value: number) => Number(value.toPrecision(12));
  return [plain(Math.ceil(low / step) * step), plain(Math.floor(high / step) * step)];
}
