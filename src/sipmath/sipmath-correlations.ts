import { pearsonToSpearman } from '../numeric/cholesky.ts';
import type { IssueCollector } from '../schema/issue-collector.ts';
import { correlationMatrix } from '../schema/sipmath.ts';
import type { ReadSip, SipmathLibrary } from '../schema/sipmath.ts';
import { validate } from '../schema/validate.ts';

export type Correlation = readonly [string, string, number];

/** A variable of a library that an input is taken from. */
export interface TakenSip {
  readonly input: string;
  readonly sip: ReadSip;
}

/** Digits of a correlation that a sample or a matrix can mean. */
const digits = 1e4;

/** Rank correlations between inputs that a library joins by a copula, or by trials that go together. */
export function readCorrelations(
  library: SipmathLibrary,
  taken: readonly TakenSip[],
  issues: IssueCollector,
): readonly Correlation[] {
  const found = new Map<string, Correlation>();
  const add = (a: string, b: string, rank: number) => {
    const rounded = Math.round(rank * digits) / digits;
    const [first = '', second = ''] = [a, b].toSorted();
    if (first !== second && rounded !== 0)
      found.set(JSON.stringify([first, second]), [first, second, rounded]);
  };
  const matrices = matricesOf(library, issues);
  for (const [index, one] of taken.entries()) {
    for (const other of taken.slice(index + 1)) {
      const { ref } = one.sip;
      if (ref?.source === 'copula' && other.sip.ref?.source === 'copula') {
        if (ref.name !== other.sip.ref.name) continue;
        const pearson = matrices.get(ref.name ?? '')?.(
          ref.copulaLayer ?? '',
          other.sip.ref.copulaLayer ?? '',
        );
        if (pearson !== undefined) add(one.input, other.input, pearsonToSpearman(pearson));
      } else if (areTogether(one.sip, other.sip)) {
        const [a, b] = [trialsOf(one.sip), trialsOf(other.sip)];
        if (a.length === b.length) add(one.input, other.input, rankCorrelation(a, b));
      }
    }
  }
  return [...found.values()];
}

function matricesOf(
  { U01, globalVariables = [] }: SipmathLibrary,
  issues: IssueCollector,
): ReadonlyMap<string, (a: string, b: string) => number> {
  const found = new Map<string, (a: string, b: string) => number>();
  for (const [index, copula] of (U01?.copula ?? []).entries()) {
    const at = `/U01/copula/${index}`;
    if (copula.function !== 'GaussianCopula') {
      issues.error(
        'sipmath-function',
        `${at}/function`,
        `the copula ${JSON.stringify(copula.function.slice(0, 40))} is not known; known is GaussianCopula`,
      );
      continue;
    }
    const name = copula.arguments.correlationMatrix?.value ?? '';
    const place = globalVariables.findIndex((each) => each.name === name);
    if (place < 0) {
      issues.error(
        'sipmath-matrix',
        `${at}/arguments/correlationMatrix`,
        `there is no global variable ${JSON.stringify(name.slice(0, 40))}, which should hold the correlations of this copula`,
      );
      continue;
    }
    const read = validate(correlationMatrix, globalVariables[place]?.value, {
      locate: () => ({ file: '', line: 0, column: 0 }),
    });
    for (const { code, message, pointer } of read.issues)
      issues.error(code, `/globalVariables/${place}/value${pointer}`, message);
    const entries = new Map(
      (read.value?.matrix ?? []).flatMap(({ col, row, value }) => [
        [JSON.stringify([row, col]), value] as const,
        [JSON.stringify([col, row]), value] as const,
      ]),
    );
    found.set(copula.name, (a, b) => entries.get(JSON.stringify([a, b])) ?? 0);
  }
  return found;
}

/** Trials that one counter drives belong together row by row. */
function areTogether(a: ReadSip, b: ReadSip): boolean {
  if (a.function !== 'SIP_Array' || b.function !== 'SIP_Array') return false;
  return a.ref?.source === 'rng' && b.ref?.source === 'rng' && a.ref.name === b.ref.name;
}

function trialsOf({ arguments: given }: ReadSip): readonly number[] {
  const { value } = given as { readonly value?: unknown };
  return Array.isArray(value) ? (value as number[]) : [];
}

function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (x.length - 1) / 2;
  let [products, squaresX, squaresY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] as number) - mean, (y[i] as number) - mean];
    products += dx * dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
  }
  const size = Math.sqrt(squaresX * squaresY);
  return size > 0 ? products / size : 0;
}

/** Ranks from 0; equal values share the middle one of theirs. */
function ranksOf(values: readonly number[]): Float64Array {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let place = from; place < to; place++) ranks[order[place] ?? 0] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}
