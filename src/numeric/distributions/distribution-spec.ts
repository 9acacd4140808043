type Bounds = { readonly min?: number | undefined; readonly max?: number | undefined };
type Percentiles = { readonly [percentile: `p${number}`]: number | undefined };

/** A distribution as a file says it, without its source and note. */
export type DistributionSpec =
  | ({
      readonly dist: 'normal';
      readonly mean?: number | undefined;
      readonly sd?: number | undefined;
    } & Bounds &
      Percentiles)
  | ({
      readonly dist: 'lognormal';
      readonly mean?: number | undefined;
      readonly cv?: number | undefined;
      readonly sd?: number | undefined;
      readonly median?: number | undefined;
      readonly sigma?: number | undefined;
    } & Percentiles)
  | { readonly dist: 'uniform'; readonly min: number; readonly max: number }
  | {
      readonly dist: 'triangular';
      readonly min: number;
      readonly mode: number;
      readonly max: number;
    }
  | {
      readonly dist: 'pert';
      readonly min: number;
      readonly mode: number;
      readonly max: number;
      readonly shape?: number | undefined;
    }
  | ({ readonly dist: 'beta'; readonly alpha: number; readonly beta: number } & Bounds)
  | {
      readonly dist: 'gamma';
      readonly mean?: number | undefined;
      readonly cv?: number | undefined;
      readonly shape?: number | undefined;
      readonly scale?: number | undefined;
    }
  | { readonly dist: 'weibull'; readonly shape: number; readonly scale: number }
  | {
      readonly dist: 'exponential';
      readonly mean?: number | undefined;
      readonly rate?: number | undefined;
    }
  | { readonly dist: 'poisson'; readonly rate: number }
  | { readonly dist: 'binomial'; readonly n: number; readonly p: number }
  | { readonly dist: 'negative-binomial'; readonly mean: number; readonly size: number }
  | { readonly dist: 'bernoulli'; readonly p: number }
  | {
      readonly dist: 'discrete';
      readonly values: readonly number[];
      readonly weights?: readonly number[] | undefined;
    }
  | { readonly dist: 'empirical'; readonly values: readonly number[] }
  | ({ readonly dist: 'metalog' } & Bounds & Percentiles)
  | { readonly dist: 'mixture'; readonly components: readonly MixtureComponent[] };

export type MixtureComponent = DistributionSpec & { readonly weight?: number | undefined };

/** Percentiles of a spec such as p10 or p97.5, rising by probability: [probability, value]. */
export function percentilesOf(spec: Percentiles): readonly (readonly [number, number])[] {
  return Object.entries(spec)
    .filter(
      (entry): entry is [string, number] =>
        /^p\d+(\.\d+)?$/.test(entry[0]) && typeof entry[1] === 'number',
    )
    .map(([key, value]) => [Number(key.slice(1)) / 100, value] as const)
    .sort(([a], [b]) => a - b);
}
