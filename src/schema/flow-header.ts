import { quoted, wordList } from './describe.ts';
import { columnOf, flowColumns, requiredColumns } from './flow-columns.ts';
import type { FlowColumn } from './flow-columns.ts';
import type { FlowCell, FlowRow } from './flow-table.ts';
import { nearest } from './near-miss.ts';

/** Something to tell of a header, at one of its cells. */
export interface HeaderIssue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly at: FlowCell;
  readonly message: string;
}

/** A header as it was understood. */
export interface FlowHeader {
  /** The column that each cell stands for; null for what is set aside. */
  readonly heads: readonly (FlowColumn | null)[];
  readonly issues: readonly HeaderIssue[];
}

/** Titles and remarks stand above a header; further down there is none. */
const mostRowsAbove = 20;

/** Which row is the header: that which names most of the columns. The first one where none does. */
export function findHeader(rows: readonly FlowRow[]): number {
  const counts = rows.slice(0, mostRowsAbove).map((row) => columnsNamed(row));
  const most = Math.max(0, ...counts);
  return most < 2 ? 0 : counts.indexOf(most);
}

/** How many columns of an inventory a row names. */
export function columnsNamed({ cells }: FlowRow): number {
  return new Set(cells.flatMap(({ text }) => columnOf(text)?.word ?? [])).size;
}

/** Says which column of an inventory each cell of a header stands for. */
export function readHeader({ cells, number }: FlowRow): FlowHeader {
  const [first] = cells;
  if (first === undefined) return { heads: [], issues: [] };
  const issues: HeaderIssue[] = [];
  const tell = (
    code: string,
    at: FlowCell,
    message: string,
    severity: 'error' | 'warning' = 'error',
  ): void => void issues.push({ code, severity, at, message: `row ${number}: ${message}` });

  const last = cells.findLastIndex(({ text }) => text.trim() !== '');
  const found = cells.slice(0, last + 1).map((cell) => ({ cell, known: columnOf(cell.text) }));
  const own = found.flatMap(({ known }) => (known?.isOwn === true ? [known.word] : []));
  const heads: (FlowColumn | null)[] = [];
  const spelled: string[] = [];
  const aside: FlowCell[] = [];
  for (const { cell, known } of found) {
    const word = known?.word ?? null;
    const isTaken = word !== null && heads.includes(word);
    if (isTaken && known?.isOwn === true)
      tell('csv', cell, `the column ${quoted(word)} stands there twice`);
    // Our own name for a column goes before what others call it.
    const isFree = word !== null && !isTaken && (known?.isOwn === true || !own.includes(word));
    heads.push(isFree ? word : null);
    if (!isFree) aside.push(cell);
    else if (known?.isOwn === false) spelled.push(`${quoted(cell.text.trim())} for "${word}"`);
  }
  const missing = requiredColumns.filter((name) => !heads.includes(name));
  const isNone = heads.every((name) => name === null);
  const mistyped = aside.filter((cell) => {
    const near = nearest(cell.text.trim(), flowColumns) as FlowColumn | null;
    if (near === null || heads.includes(near) || columnOf(cell.text) !== null) return false;
    tell(
      'unknown-name',
      cell,
      `there is no column ${quoted(cell.text.trim())}; did you mean "${near}"?`,
    );
    return true;
  });
  if (spelled.length > 0)
    tell('spelling', first, `columns taken: ${spelled.join(', ')}`, 'warning');
  const left = aside.filter((cell) => !mistyped.includes(cell));
  if (left.length > 0 && !isNone) {
    const names = left.map(({ text }) => (text.trim() === '' ? 'a column without a name' : text));
    const message = `set aside, as the law does not ask for it: ${wordList(names.map(oneLine), 24)}`;
    tell('set-aside', left[0] ?? first, message, 'warning');
  }
  if (isNone && mistyped.length === 0)
    tell(
      'missing',
      first,
      `this is no header of a list of flows; columns are ${wordList(flowColumns, 30)}`,
    );
  else if (mistyped.length === 0 && missing.length > 0)
    tell('missing', first, `the header lacks ${wordList(missing)}`);
  return { heads, issues };
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
