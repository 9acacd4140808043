import { makeDistribution } from '../numeric/distributions/standardise.ts';
import type { CellValue, ResolvedInput } from '../schema/resolved.ts';

/** Where an input that differs by posture or year is told: at its largest uncertain value, or its largest. */
export function toldPlace({ cells }: Pick<ResolvedInput, 'cells'>): {
  readonly posture: number;
  readonly year: number;
} {
  const all = cells.flatMap((row, posture) => row.map((cell, year) => ({ cell, posture, year })));
  const uncertain = all.filter(({ cell }) => cell.kind === 'distribution');
  const told = uncertain.length > 0 ? uncertain : all;
  const sizes = told.map(({ cell }) => Math.abs(meanOf(cell)));
  const { posture = 0, year = 0 } = told[sizes.indexOf(Math.max(...sizes))] ?? {};
  return { posture, year };
}

function meanOf(cell: CellValue): number {
  if (cell.kind === 'number') return cell.value;
  return cell.kind === 'text' ? NaN : makeDistribution(cell.spec).mean;
}
