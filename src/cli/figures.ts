import { decimalsFor } from '../present/decimals-for.ts';
import { formatNumber } from '../present/format-number.ts';
import type { MoneyScale } from '../present/money-scale.ts';

/** How a column of amounts is headed, such as `HK$ M`. */
export function unitOf(scale: MoneyScale): string {
  return `${scale.symbol.trim()} ${scale.suffix}`.trim();
}

/** An amount in HK$ on a scale, to the digits that its error allows. */
export function money(hkd: number, scale: MoneyScale, error?: number): string {
  return moneyRow([{ hkd, error }], scale)[0] ?? '';
}

/** Amounts that are read together: all to the digits that the least certain of them allows. */
export function moneyRow(
  amounts: readonly { readonly hkd: number; readonly error: number | undefined }[],
  scale: MoneyScale,
): string[] {
  const decimals = amounts.map(({ error }) =>
    decimalsFor(error === undefined ? undefined : error / scale.size, scale.decimals),
  );
  const least = Math.min(scale.decimals, ...decimals);
  return amounts.map(({ hkd }) => formatNumber(hkd / scale.size, least));
}

/** Rows of numbers with their points under one another, whatever their decimals. */
export function alignedRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const fraction = (cell: string) => (cell.includes('.') ? cell.length - cell.indexOf('.') : 0);
  const widest = Math.max(0, ...rows.flat().map(fraction));
  return rows.map((row) => row.map((cell) => cell + ' '.repeat(widest - fraction(cell))));
}
