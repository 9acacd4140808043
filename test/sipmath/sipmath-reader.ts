/**
 * A reader of SIPmath 3.0 libraries, written from the description of the format alone and sharing
 * nothing with what writes them: whole numbers are BigInt, logarithms those of the platform, and
 * the normal distribution is a series.
 */
export interface ReadSip {
  readonly name: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The value of the variable in trial `index`, from 1. */
  readonly trial: (index: number) => number;
}

interface Library {
  readonly globalVariables?: readonly { readonly name: string; readonly value: Matrix }[];
  readonly U01: { readonly rng: readonly Random[]; readonly copula?: readonly Copula[] };
  readonly sips: readonly Sip[];
}
interface Matrix {
  readonly matrix: readonly {
    readonly row: string;
    readonly col: string;
    readonly value: number;
  }[];
}
interface Random {
  readonly name: string;
  readonly function: string;
  readonly arguments: Readonly<Record<'entity' | 'varId' | 'seed3' | 'seed4', number>>;
}
interface Copula {
  readonly name: string;
  readonly arguments: {
    readonly correlationMatrix: { readonly value: string };
    readonly rng: readonly string[];
  };
  readonly copulaLayer: readonly string[];
}
interface Sip {
  readonly name: string;
  readonly ref: { readonly source: string; readonly name: string; readonly copulaLayer?: string };
  readonly function: string;
  readonly arguments: {
    readonly aCoefficients: readonly number[];
    readonly lowerBound?: number;
    readonly upperBound?: number;
    readonly value: readonly unknown[];
  };
  readonly metadata: Readonly<Record<string, unknown>>;
}

export function readLibrary(text: string): readonly ReadSip[] {
  const library = JSON.parse(text) as Library;
  const random = (name: string) => {
    const found = library.U01.rng.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no rng ${name}`);
    return found;
  };
  const uniform = (sip: Sip, index: number): number => {
    if (sip.ref.source === 'rng') return hdr(random(sip.ref.name), index);
    const copula = library.U01.copula?.find(({ name }) => name === sip.ref.name);
    const matrix = library.globalVariables?.find(
      ({ name }) => name === copula?.arguments.correlationMatrix.value,
    );
    if (copula === undefined || matrix === undefined) throw new Error('no copula');
    const at = (a: string, b: string) =>
      matrix.value.matrix.find(
        ({ col, row }) => (row === a && col === b) || (row === b && col === a),
      )?.value ?? 0;
    const upper = upperCholesky(
      copula.copulaLayer.map((a) => copula.copulaLayer.map((b) => at(a, b))),
    );
    const layer = copula.copulaLayer.indexOf(sip.ref.copulaLayer ?? '');
    const scores = copula.arguments.rng.map((name) => quantileOfNormal(hdr(random(name), index)));
    return cdfOfNormal(scores.reduce((sum, z, i) => sum + (upper[i]?.[layer] ?? 0) * z, 0));
  };
  return library.sips.map((sip) => ({
    name: sip.name,
    metadata: sip.metadata,
    trial: (index) => {
      if (sip.function === 'SIP_Array') return sip.arguments.value[index - 1] as number;
      const u = uniform(sip, index);
      if (sip.function === 'Metalog_1_0') return metalog(sip.arguments, u);
      if (sip.function === 'Lookup_Table')
        return (sip.arguments.value as [number, number][]).find(([p]) => u <= p)?.[1] ?? NaN;
      throw new Error(`unknown function ${sip.function}`);
    },
  }));
}

/** HDR 2.0 in whole numbers of any size. */
export function hdr({ arguments: place }: Pick<Random, 'arguments'>, counter: number): number {
  const [t, v, e, s3, s4] = [counter, place.varId, place.entity, place.seed3, place.seed4].map(
    BigInt,
  ) as [bigint, bigint, bigint, bigint, bigint];
  const big = 10n ** 15n - 11n;
  const one =
    (2499997n * t + 1800451n * v + 2000371n * e + 1796777n * s3 + 2299603n * s4) % 7450589n;
  const a = ((big % (one * 4658n + 7450581n)) * 383n) % 99991n;
  const two =
    (2246527n * t + 2399993n * v + 2100869n * e + 1918303n * s3 + 1624729n * s4) % 7450987n;
  const b = ((big % (two * 7580n + 7560584n)) * 17669n) % 7440893n;
  return (Number(((a * 7440893n + b) * 1343n) % 2n ** 32n) + 0.5) / 2 ** 32;
}

function metalog({ aCoefficients, lowerBound, upperBound }: Sip['arguments'], y: number): number {
  const logit = Math.log(y / (1 - y));
  const c = y - 0.5;
  const m = aCoefficients.reduce((sum, a, index) => {
    const j = index + 1;
    const g =
      j === 1
        ? 1
        : j === 2
          ? logit
          : j === 3
            ? c * logit
            : j === 4
              ? c
              : j % 2 === 1
                ? c ** ((j - 1) / 2)
                : c ** (j / 2 - 1) * logit;
    return sum + a * g;
  }, 0);
  if (lowerBound !== undefined && upperBound !== undefined)
    return (lowerBound + upperBound * Math.exp(m)) / (1 + Math.exp(m));
  if (lowerBound !== undefined) return lowerBound + Math.exp(m);
  return upperBound === undefined ? m : upperBound - Math.exp(-m);
}

/** U with matrix = U'U. */
function upperCholesky(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const upper = matrix.map((row) => row.map(() => 0));
  for (const [i, row] of matrix.entries()) {
    for (let j = i; j < row.length; j++) {
      let rest = row[j] ?? 0;
      for (let k = 0; k < i; k++) rest -= (upper[k]?.[i] ?? 0) * (upper[k]?.[j] ?? 0);
      (upper[i] as number[])[j] = i === j ? Math.sqrt(rest) : rest / (upper[i]?.[i] ?? NaN);
    }
  }
  return upper;
}

/** By Marsaglia's series. */
function cdfOfNormal(z: number): number {
  let [term, sum] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) sum += term *= (z * z) / k;
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

function quantileOfNormal(p: number): number {
  let [low, high] = [-8, 8];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (cdfOfNormal(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** As spreadsheets compute PERCENTILE.INC. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].toSorted((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const [low = NaN, high = low] = [sorted[below], sorted[below + 1]];
  return low + (at - below) * (high - low);
}
