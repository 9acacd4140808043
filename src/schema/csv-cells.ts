/** A cell of a CSV file and where it begins in the text. */
export interface TextCell {
  readonly text: string;
  readonly offset: number;
}

export type CsvDelimiter = ',' | ';' | '\t';

/** The rows of a CSV text, or the place of a quote that is never closed. */
export type CsvRows =
  | { readonly rows: readonly (readonly TextCell[])[] }
  | { readonly unclosed: number };

/** The delimiter of a file, from its first line: spreadsheets write commas, semicolons or tabs. */
export function delimiterOf(text: string): CsvDelimiter {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  const delimiters: readonly CsvDelimiter[] = [',', ';', '\t'];
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Cuts a CSV text (RFC 4180) into cells; rows without any text are left out. */
export function csvCells(text: string, delimiter: CsvDelimiter): CsvRows {
  const rows: TextCell[][] = [];
  let row: TextCell[] = [];
  let at = 0;
  const endRow = () => {
    if (row.some((cell) => cell.text.trim() !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length || row.length > 0) {
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
