import { exp } from '../elementary.ts';
import { normalEquations, solveFor } from '../normal-equations.ts';
import type { Distribution } from './distribution.ts';
import {
  isFeasibleMetalog,
  metalogBasis,
  metalogDistribution,
  metalogLine,
} from './metalog-distribution.ts';
import type { MetalogShape } from './metalog-distribution.ts';

/** A metalog that stands for another distribution, and how far it lies from it. */
export interface ApproximateMetalog extends MetalogShape {
  /** Largest distance of quantiles from P0.1 to P99.9, in standard deviations of the distribution. */
  readonly largestError: number;
}

const mostTerms = 10;
const points = 400;
/** As near as a sample of a million could tell. */
const nearEnough = 1e-4;

/** Probabilities that crowd towards both tails, evenly spaced in the logarithm of their odds. */
const probabilities = Array.from({ length: points }, (_, index) => {
  const odds = exp(-7.6 + (15.2 * index) / (points - 1));
  return { p: odds / (1 + odds), q: 1 / (1 + odds) };
});

/**
 * The metalog that lies nearest to a continuous distribution, with its bounds and as few terms as
 * follow it closely: least squares over its quantiles. null where no number of terms gives one that rises.
 */
export function approximateMetalog(distribution: Distribution): ApproximateMetalog | null {
  const { max, min } = distribution;
  const sd = Math.sqrt(distribution.variance);
  const quantile = ({ p, q }: (typeof probabilities)[number]) =>
    p < 0.5 ? distribution.quantile(p) : distribution.quantile(q, true);
  const wanted = Float64Array.from(probabilities, (each) => metalogLine(quantile(each), min, max));
  const rows = probabilities.map(({ p, q }) => metalogBasis(p, q, mostTerms));
  // Each point counts for the stretch of probability that it stands for, the tails a little more.
  const weights = probabilities.map(({ p, q }) => Math.sqrt(Math.sqrt(p * q)));
  const weighted = wanted.map((value, index) => value * (weights[index] ?? 0));
  const equations = normalEquations(
    mostTerms,
    [weighted],
    (row, at) => {
      for (let term = 0; term < mostTerms; term++)
        row[term] = (rows[at]?.[term] ?? 0) * (weights[at] ?? 0);
    },
    0,
    points,
  );
  let best: ApproximateMetalog | null = null;
  for (let terms = 2; terms <= mostTerms; terms++) {
    const chosen = Array.from({ length: terms }, (_, index) => index);
    const coefficients = [...solveFor(equations, chosen)];
    const shape: MetalogShape = { coefficients, min, max };
    if (!coefficients.every(Number.isFinite) || !isFeasibleMetalog(shape)) continue;
    const fitted = metalogDistribution(shape);
    let largest = 0;
    for (const each of probabilities) {
      const { p, q } = each;
      if (p < 0.001 || q < 0.001) continue;
      const found = p < 0.5 ? fitted.quantile(p) : fitted.quantile(q, true);
      largest = Math.max(largest, Math.abs(found - quantile(each)));
    }
    const largestError = largest / sd;
    if (best === null || largestError < 0.8 * best.largestError) best = { ...shape, largestError };
    if (largestError < nearEnough) break;
  }
  return best;
}
