import { log } from './elementary.ts';

const halfLogTwoPi = 0.9189385332046728;

/** log Gamma(x) for x > 0: Stirling's series with Bernoulli terms, after raising x above 15. */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  let product = 1;
  let z = x;
  for (; z < 15; z++) product *= z;
  const i = 1 / z;
  const w = i * i;
  const series =
    i *
    (1 / 12 -
      w *
        (1 / 360 -
          w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w * (1 / 156)))))));
  return (z - 0.5) * log(z) - z + halfLogTwoPi + series - log(product);
}
