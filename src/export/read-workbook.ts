import { readXlsx } from 'hucre/xlsx';
import type { CellValue } from 'hucre/xlsx';
import type { FlowCell, FlowRow } from '../schema/flow-table.ts';

/** A sheet of a workbook as rows of text. */
export interface SheetText {
  readonly name: string;
  readonly rows: readonly FlowRow[];
}

/** More rows than any inventory has; a sheet that says it has a million is not read to its end. */
const mostRows = 5000;

/** Reads the sheets of an xlsx file that are shown; null where it is none that can be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly SheetText[] | null> {
  const workbook = await readXlsx(bytes, {
    sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
    maxRows: mostRows,
  }).catch(() => null);
  if (workbook === null) return null;
  return workbook.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.flatMap((cells, index): FlowRow[] => {
      const row = cells.map((value, column) => cellOf(value, index + 1, column + 1));
      return row.some(({ text }) => text.trim() !== '') ? [{ number: index + 1, cells: row }] : [];
    }),
  }));
}

function cellOf(value: CellValue, line: number, column: number): FlowCell {
  return { text: textOf(value), line, column, isNumber: typeof value === 'number' };
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
