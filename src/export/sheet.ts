import { harmless } from '../schema/csv-text.ts';

/** How a number is shown. */
export type CellFormat = 'money' | 'cents' | 'share' | 'number' | 'whole' | 'year' | 'general';

/**
 * What a cell is: `given` can be changed and everything follows; `title` heads a sheet, `head` a
 * column, `figureHead` one of figures, `part` a group of rows; `sum` stands under others; `note` explains; `wrap` is long text.
 */
export type CellLook =
  | 'plain'
  | 'given'
  | 'title'
  | 'head'
  | 'figureHead'
  | 'part'
  | 'sum'
  | 'note'
  | 'wrap'
  | 'key';

export interface SheetCell {
  /** A number or a text; for a formula what it comes to. */
  readonly value: number | string | null;
  readonly formula?: string;
  readonly format?: CellFormat;
  readonly look?: CellLook;
}

/** A sheet of a workbook as data: nothing here knows how a file is written. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** In characters, from the first column on. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows that are folded away at first sight, by their place from 0. */
  readonly detail?: ReadonlySet<number>;
}

/** A name for a cell, such as `DiscountRate`. */
export interface CellName {
  readonly name: string;
  readonly sheet: string;
  /** Such as `$E$8`. */
  readonly cell: string;
  readonly comment: string;
}

// A sheet holds no control characters and no more than 32,767 characters in a cell.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const longest = 32_000;

/** A text that no spreadsheet takes for a formula. */
export function text(value: string, look: CellLook = 'plain'): SheetCell {
  const clean = value.replace(unwritable, '\ufffd');
  const cut = clean.length > longest ? `${clean.slice(0, longest)}\u2026` : clean;
  return { value: harmless(cut), look };
}

export function number(
  value: number | null | undefined,
  format: CellFormat,
  look: CellLook = 'plain',
): SheetCell {
  const isThere = value !== null && value !== undefined && Number.isFinite(value);
  return { value: isThere ? value : null, format, look };
}

export const empty: SheetCell = { value: null };

/** A row of heads. */
export function heads(...names: readonly string[]): readonly SheetCell[] {
  return names.map((name) => text(name, 'head'));
}

/** The same where columns of figures follow after so many of texts. */
export function figureHeads(texts: number, ...names: readonly string[]): readonly SheetCell[] {
  return names.map((name, index) => text(name, index < texts ? 'head' : 'figureHead'));
}

/** A title with a sentence or two under it, and an empty row. */
export function titled(title: string, ...notes: readonly string[]): readonly SheetCell[][] {
  return [[text(title, 'title')], ...notes.map((note) => [text(note, 'note')]), []];
}

/** `A` for 0, `AB` for 27. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** The format of a unit of the model. */
export function formatOf(unit: string): CellFormat {
  if (unit.startsWith('HKD')) return 'money';
  if (unit === 'share' || unit.startsWith('share/')) return 'share';
  return 'general';
}
