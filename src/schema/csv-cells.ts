/** A cell of a CSV file and where it begins in the text. */
export interface TextCell {
  readonly text: string;
  readonly offset: number;
}

export type CsvDelimiter = ',' | ';' | '\t';

/** A row with its number as a spreadsheet shows it: empty rows count, line breaks within cells do not. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly TextCell[];
}

/** The rows of a CSV text, or the place of a quote that is never closed. */
export type CsvRows = { readonly rows: readonly CsvRow[] } | { readonly unclosed: number };

/** `sep=;` as Excel writes it in the first line, for itself: it is no row. */
const stated = /^[ \t]*"?sep=(?<delimiter>[,;\t])"?[ \t]*(?:\r\n|\r|\n|$)/i;

/** The delimiter that a file states for itself, and where its rows begin; null where it states none. */
export function statedDelimiter(
  text: string,
): { readonly delimiter: CsvDelimiter; readonly begin: number } | null {
  const found = stated.exec(text);
  const delimiter = found?.groups?.['delimiter'];
  if (found === null || delimiter === undefined) return null;
  return { delimiter: delimiter as CsvDelimiter, begin: found[0].length };
}

/** The delimiter of a file, from its first line with any: spreadsheets write commas, semicolons or tabs. */
export function delimiterOf(text: string): CsvDelimiter {
  const first = /[^\r\n]*[,;\t][^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (delimiter: string) => first.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}

export const delimiters: readonly CsvDelimiter[] = [',', ';', '\t'];

/**
 * Cuts a CSV text (RFC 4180) into cells, from a place on and until so many rows are found; rows without
 * any text are left out, and counted.
 */
export function csvCells(
  text: string,
  delimiter: CsvDelimiter,
  begin = 0,
  mostRows = Infinity,
): CsvRows {
  const rows: CsvRow[] = [];
  let row: TextCell[] = [];
  let number = 0;
  let at = begin;
  const endRow = () => {
    if (row.length > 0) number++;
    if (row.some((cell) => cell.text.trim() !== '')) rows.push({ number, cells: row });
    row = [];
  };
  while ((at < text.length || row.length > 0) && rows.length < mostRows) {
    const offset = at;
    let cell = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) return { unclosed: offset };
        cell += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    const rest = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r')
      at++;
    cell += text.slice(rest, at);
    row.push({ text: cell, offset });
    if (text[at] === delimiter) {
      at++;
      // A delimiter at the very end is followed by one more, empty cell.
      if (at < text.length) continue;
      row.push({ text: '', offset: at });
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else if (at < text.length) at++;
    endRow();
  }
  endRow();
  return { rows };
}
