import { csvCells, delimiterOf, delimiters, statedDelimiter } from './csv-cells.ts';
import type { CsvDelimiter } from './csv-cells.ts';
import { decodeTable } from './decode-table.ts';
import { columnsNamed, findHeader } from './flow-header.ts';
import type { FlowRow } from './flow-table.ts';
import type { Issue } from './issue.ts';
import { readFlowTable } from './read-flow-table.ts';
import type { FlowsRead } from './read-flow-table.ts';
import { TextPositions } from './text-positions.ts';

/** As many rows as are looked at to find the header and what parts its cells. */
const sample = 25;

/** Reads an inventory of flows from CSV with a header; every problem names its row and its column. */
export function readFlowsCsv(source: string | Uint8Array, file: string): FlowsRead {
  const decoded = decodeTable(source, columnsKnown);
  if (!('text' in decoded)) {
    const { code, column, line, message } = decoded;
    return refused({ code, severity: 'error', file, line, column, pointer: '', message });
  }
  const { remark, text } = decoded;
  const positions = new TextPositions(text);
  if (/^\s*[[{]/.test(text)) {
    const message =
      'this is JSON; a list of flows is a table (CSV or .xlsx). Open a scenario as such';
    return refused({
      code: 'csv',
      severity: 'error',
      file,
      line: 1,
      column: 1,
      pointer: '',
      message,
    });
  }
  const { begin, delimiter } = cutAt(text);
  const cut = csvCells(text, delimiter, begin);
  if ('unclosed' in cut) {
    const place = positions.at(cut.unclosed);
    const message = 'a quote is opened here and never closed';
    return refused({ code: 'csv', severity: 'error', file, ...place, pointer: '', message });
  }
  const rows = cut.rows.map(({ cells, number }): FlowRow => ({
    number,
    cells: cells.map(({ offset, text: cell }) => ({ text: cell, ...positions.at(offset) })),
  }));
  const read = readFlowTable({ rows, delimiter }, file);
  if (remark === null) return read;
  const said: Issue = {
    code: 'encoding',
    severity: 'warning',
    file,
    line: 1,
    column: 1,
    pointer: '',
    message: remark,
  };
  return { ...read, issues: [...read.issues, said] };
}

function refused(issue: Issue): FlowsRead {
  return { flows: null, issues: [issue] };
}

/** What parts the cells: as the file says, else whatever shows the most of a header, else its first line. */
function cutAt(text: string): { readonly begin: number; readonly delimiter: CsvDelimiter } {
  const stated = statedDelimiter(text);
  if (stated !== null) return stated;
  let best = { delimiter: delimiterOf(text), named: 1 };
  for (const delimiter of delimiters) {
    const named = namedIn(text, delimiter);
    if (named > best.named) best = { delimiter, named };
  }
  return { begin: 0, delimiter: best.delimiter };
}

/** How many columns of an inventory the header of a text names, whatever parts its cells. */
function columnsKnown(text: string): number {
  return Math.max(...delimiters.map((delimiter) => namedIn(text, delimiter)));
}

function namedIn(text: string, delimiter: CsvDelimiter): number {
  const cut = csvCells(text, delimiter, 0, sample);
  if ('unclosed' in cut) return 0;
  const rows = cut.rows.map(({ cells, number }): FlowRow => ({
    number,
    cells: cells.map(({ text: cell }) => ({ text: cell, line: 0, column: 0 })),
  }));
  const header = rows[findHeader(rows)];
  return header === undefined ? 0 : columnsNamed(header);
}
