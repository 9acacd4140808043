import { uniformOfDraw } from '../../src/numeric/sampler.ts';
import { fillRandom } from '../../src/numeric/threefry.ts';

/** Independent columns of uniform numbers between 0 and 1, from a seed. */
export function uniformColumns(seed: number, columns: number, trials: number): Float64Array[] {
  const draws = new Int32Array(trials);
  return Array.from({ length: columns }, (_, column) => {
    fillRandom(draws, trials, seed, column + 1, 0);
    return Float64Array.from(draws, uniformOfDraw);
  });
}

/** Where each of `replicates` equal parts of a column starts, and where the last one ends. */
export function equalParts(trials: number, replicates: number): number[] {
  return Array.from({ length: replicates + 1 }, (_, index) =>
    Math.floor((index * trials) / replicates),
  );
}
