import type { IssueCollector } from '../schema/issue-collector.ts';
import { correlationMatrix } from '../schema/sipmath.ts';
import type { SipmathLibrary } from '../schema/sipmath.ts';
import { validate } from '../schema/validate.ts';

/** A Gaussian copula of a library. */
export interface SipmathCopula {
  /** Names of the random numbers that it is made of. */
  readonly rng: readonly string[];
  /** The row of the matrix that a variable is drawn from, or why none can be told. */
  readonly rowOf: (
    layer: string,
    variable: string,
  ) => { readonly row: string } | { readonly problem: string };
  /** The correlation of the normal scores of two rows; what a matrix leaves out is 0. */
  readonly between: (a: string, b: string) => number;
}

/** The copulas of a library by name; whatever is wrong with one is told. */
export function readCopulas(
  { U01, globalVariables = [] }: SipmathLibrary,
  issues: IssueCollector,
): ReadonlyMap<string, SipmathCopula> {
  const found = new Map<string, SipmathCopula>();
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
    if (found.has(copula.name)) {
      issues.error(
        'sipmath-twice',
        `${at}/name`,
        `the copula ${JSON.stringify(copula.name.slice(0, 40))} is in this library twice`,
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
    const matrix = readMatrix(
      globalVariables[place]?.value,
      `/globalVariables/${place}/value`,
      issues,
    );
    if (matrix === null) continue;
    found.set(copula.name, {
      rng: copula.arguments.rng ?? [],
      rowOf: (layer, variable) => rowOf(layer, variable, copula.copulaLayer ?? null, matrix.rows),
      between: matrix.between,
    });
  }
  return found;
}

/**
 * Libraries name layers c1, c2 and so on, and the rows of the matrix after the variables: layer 1 is
 * then row 1. Others name rows after layers. Where neither says which row is meant, none is guessed.
 */
function rowOf(
  layer: string,
  variable: string,
  layers: readonly string[] | null,
  rows: readonly string[],
): ReturnType<SipmathCopula['rowOf']> {
  const said = JSON.stringify(layer.slice(0, 40));
  const place = layers?.indexOf(layer) ?? -1;
  if (layers !== null && place < 0)
    return { problem: `its copula has no layer ${said}; it has ${some(layers)}` };
  if (layers === null || layers.every((each) => rows.includes(each)))
    return rows.includes(layer)
      ? { row: layer }
      : { problem: `no row of the matrix of its copula is named ${said}; there are ${some(rows)}` };
  const inOrder = layers.length === rows.length && !layers.some((each) => rows.includes(each));
  const own = rows.includes(variable) ? variable : null;
  const row = (inOrder ? rows[place] : own) ?? own;
  if (row === null)
    return {
      problem: `which row of the matrix belongs to the layer ${said} cannot be told: there are ${layers.length} layers (${some(layers)}) and ${rows.length} rows (${some(rows)})`,
    };
  // A variable that has a row of its own, and is drawn from another: one of the two is a slip.
  if (own !== null && row !== own)
    return {
      problem: `its layer ${said} is row ${JSON.stringify(row.slice(0, 40))} of the matrix by order, but the matrix has a row of its name; put the layers in the order of the rows`,
    };
  return { row };
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((each) => JSON.stringify(each.slice(0, 40)));
  return shown.join(', ') + (names.length > 4 ? ' and others' : '');
}

interface Matrix {
  readonly rows: readonly string[];
  readonly between: (a: string, b: string) => number;
}

function readMatrix(given: unknown, at: string, issues: IssueCollector): Matrix | null {
  const read = validate(correlationMatrix, given, {
    locate: () => ({ file: '', line: 0, column: 0 }),
  });
  for (const { code, message, pointer } of read.issues)
    issues.error(code, `${at}${pointer}`, message);
  if (read.value === null) return null;
  const { columns = [], matrix, rows = [] } = read.value;
  const entries = new Map<string, number>();
  for (const [index, { col, row, value }] of matrix.entries()) {
    const key = JSON.stringify([row, col].toSorted());
    const before = entries.get(key);
    const wrong =
      row === col && Math.abs(value - 1) > 1e-6
        ? `a variable and itself are correlated by 1; found ${value}: this has to be a matrix of correlations, not of covariances`
        : before !== undefined && Math.abs(before - value) > 1e-6
          ? `the matrix says ${value} here, and ${before} before, of the same two rows`
          : null;
    if (wrong !== null) {
      issues.error('sipmath-matrix', `${at}/matrix/${index}/value`, wrong);
      return null;
    }
    entries.set(key, value);
  }
  const listed = columns.length > 0 ? columns : rows;
  const named = listed.length > 0 ? listed : matrix.flatMap(({ col, row }) => [row, col]);
  return {
    rows: [...new Set([...named, ...matrix.flatMap(({ col, row }) => [row, col])])],
    between: (a, b) => (a === b ? 1 : (entries.get(JSON.stringify([a, b].toSorted())) ?? 0)),
  };
}
