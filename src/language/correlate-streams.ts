import { choleskyFactor, spearmanToPearson } from '../numeric/cholesky.ts';
import type { CellGraph, CellId, Stream } from './cells.ts';

/** Rank correlations that no numbers can have together; `names` are inputs that cannot agree. */
export class ImpossibleCorrelationsError extends Error {
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    super(
      `the correlations between ${names.join(', ')} cannot hold together: no numbers can be correlated so (their matrix is not positive semidefinite). Bring one of them nearer to 0`,
    );
    this.names = names;
  }
}

/**
 * Uniform draws of correlated inputs through a Gaussian copula. Within a group of inputs that
 * hang together, the first in the alphabet keeps its own draw; score j is the sum of the factor's
 * row j times the independent scores, with rho = 2 sin(pi r / 6) for a rank correlation r.
 */
export function correlateStreams(
  graph: CellGraph,
  correlations: readonly (readonly [string, string, number])[],
  streamOf: (name: string) => Stream,
): ReadonlyMap<string, CellId> {
  const draws = new Map<string, CellId>();
  for (const names of connectedGroups(correlations)) {
    const matrix = names.map((row, i) =>
      names.map((column, j) =>
        i === j ? 1 : spearmanToPearson(rankCorrelation(correlations, row, column)),
      ),
    );
    const result = choleskyFactor(matrix);
    if ('failed' in result) {
      throw new ImpossibleCorrelationsError(result.failed.map((index) => names[index] ?? ''));
    }
    const uniforms = names.map((name) => graph.uniform(streamOf(name)));
    for (const [j, name] of names.entries()) {
      const row = result.factor[j] ?? [];
      const parts = row.slice(0, j + 1);
      const alone = parts.slice(0, j).every((weight) => weight === 0);
      const own = uniforms[j];
      if (own === undefined) continue;
      if (alone) {
        draws.set(name, own);
        continue;
      }
      const score = parts
        .map((weight, i) =>
          graph.combine('multiply', graph.constant(weight), graph.normalScore(uniforms[i] ?? own)),
        )
        .reduce((a, b) => graph.combine('add', a, b));
      draws.set(name, graph.uniformOfScore(score));
    }
  }
  return draws;
}

function rankCorrelation(
  correlations: readonly (readonly [string, string, number])[],
  a: string,
  b: string,
): number {
  const found = correlations.find(([x, y]) => (x === a && y === b) || (x === b && y === a));
  return found?.[2] ?? 0;
}

/** Groups of names that correlations join, each in the order of the alphabet. */
function connectedGroups(
  correlations: readonly (readonly [string, string, number])[],
): readonly (readonly string[])[] {
  const groups: Set<string>[] = [];
  for (const [a, b] of correlations) {
    const joined = groups.filter((group) => group.has(a) || group.has(b));
    const union = new Set([a, b, ...joined.flatMap((group) => [...group])]);
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(union);
  }
  return groups.map((group) => [...group].sort());
}
