/** What a cell may hold. */
export type CsvCell = string | number | null;

/** Excel takes a file for UTF-8 only where it says so; else Chinese names are garbled. */
export const byteOrderMark = '\ufeff';

/**
 * Rows as a CSV file (RFC 4180) that spreadsheets open as UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front, so that opening a file of a stranger runs nothing.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `${byteOrderMark}${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text with an apostrophe in front where a spreadsheet would take it for a formula. */
export function harmless(text: string): string {
  return /^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
