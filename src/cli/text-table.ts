import { printable } from '../schema/describe.ts';

/** A line of a table: a heading of its own, or a label and its cells. */
export type Row =
  | { readonly kind: 'heading'; readonly text: string; readonly cells?: readonly string[] }
  | {
      readonly kind: 'row';
      readonly label: string;
      readonly cells: readonly string[];
      readonly strong?: boolean;
    }
  | { readonly kind: 'gap' };

const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
const faint = (text: string) => `\u001b[2m${text}\u001b[22m`;
/** The codes of bold and faint type, so that what shows a text can leave them in it. */
// oxlint-disable-next-line no-control-regex
export const ownType = /(\u001b\[(?:1|2|22)m)/;

/** Rows as text in columns: labels to the left, cells to the right with their decimals in line. */
export function textTable(rows: readonly Row[], styled: boolean): string {
  const lined = alignDecimals(rows.map(safe));
  const labels = lined.map((row) =>
    row.kind === 'row' && row.cells.length > 0
      ? row.label.length + 2
      : row.kind === 'heading' && row.cells
        ? row.text.length
        : 0,
  );
  const labelWidth = Math.max(0, ...labels);
  const widths: number[] = [];
  for (const row of lined) {
    if (row.kind === 'gap') continue;
    for (const [index, cell] of (row.cells ?? []).entries())
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  const cellsOf = (cells: readonly string[]) =>
    cells.map((cell, index) => `   ${cell.padStart(widths[index] ?? 0)}`).join('');
  const lines = lined.map((row) => {
    if (row.kind === 'gap') return '';
    if (row.kind === 'heading') {
      const text =
        `${row.cells ? row.text.padEnd(labelWidth) : row.text}${cellsOf(row.cells ?? [])}`.trimEnd();
      return styled ? bold(text) : text;
    }
    const text = `  ${row.label.padEnd(labelWidth - 2)}${cellsOf(row.cells)}`.trimEnd();
    return styled && row.strong ? bold(text) : text;
  });
  return `${lines.join('\n')}\n`;
}

/** Text that is less important than the rest. */
export function aside(text: string, styled: boolean): string {
  return styled ? faint(text) : text;
}

export function strong(text: string, styled: boolean): string {
  return styled ? bold(text) : text;
}

/** Breaks a paragraph into lines. */
export function wrapped(text: string, width = 88, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  // A number and its percent sign stay together.
  for (const word of printable(text).split(/ (?!%)/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => indent + each.replaceAll('\u00a0', ' ')).join('\n');
}

// Labels come from files: what could repaint a terminal is written out.
function safe(row: Row): Row {
  if (row.kind === 'gap') return row;
  if (row.kind === 'heading')
    return {
      ...row,
      text: printable(row.text),
      ...(row.cells ? { cells: row.cells.map(printable) } : {}),
    };
  return { ...row, label: printable(row.label), cells: row.cells.map(printable) };
}

/** Fills up numbers that show fewer decimals than others of their column. */
function alignDecimals(rows: readonly Row[]): readonly Row[] {
  const tails: number[] = [];
  const tailOf = (cell: string) =>
    /^-?[\d,]+(\.\d+)?$/.test(cell) ? (/\.\d+$/.exec(cell)?.[0].length ?? 0) : null;
  const each = (visit: (cell: string, column: number) => void) => {
    for (const row of rows)
      if (row.kind === 'row') for (const [column, cell] of row.cells.entries()) visit(cell, column);
  };
  each((cell, column) => {
    tails[column] = Math.max(tails[column] ?? 0, tailOf(cell) ?? 0);
  });
  return rows.map((row) => {
    if (row.kind !== 'row') return row;
    const cells = row.cells.map((cell, column) => {
      const tail = tailOf(cell);
      return tail === null ? cell : cell + ' '.repeat((tails[column] ?? 0) - tail);
    });
    return { ...row, cells };
  });
}
