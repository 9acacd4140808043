import { quoted } from './describe.ts';
import { readCell } from './flow-cells.ts';
import { columnKinds, flowColumns } from './flow-columns.ts';
import type { FlowColumn } from './flow-columns.ts';
import { readCounts } from './flow-counts.ts';
import type { CountRead } from './flow-counts.ts';
import { findHeader, readHeader } from './flow-header.ts';
import type { FlowCell, FlowRow, FlowTable } from './flow-table.ts';
import { flowSchema, mostFlows } from './flow.ts';
import type { Flow } from './flow.ts';
import type { Issue } from './issue.ts';
import { pointerKeys } from './pointer.ts';
import { inFileOrder, mostProblems, validate } from './validate.ts';

/** Flows as they were read; null where any problem is an error. Warnings say what was taken for what. */
export interface FlowsRead {
  readonly flows: readonly Flow[] | null;
  readonly issues: readonly Issue[];
}

type Cells = ReadonlyMap<FlowColumn, FlowCell>;
type Tell = (issue: Omit<Issue, 'file'>) => void;

const countColumns = flowColumns.filter((name) => columnKinds[name].kind === 'number');

/** Reads an inventory of flows from a table with a header; every problem names its row and its column. */
export function readFlowTable({ delimiter, rows }: FlowTable, file: string): FlowsRead {
  const issues: Issue[] = [];
  const tell: Tell = (issue) => issues.push({ ...issue, file });
  const at = findHeader(rows);
  const header = rows[at];
  const body = rows.slice(at + 1);
  if (header === undefined || body.length === 0) {
    const message = `the file has no ${header === undefined ? 'header' : 'flows'}; it should have a header (${flowColumns.slice(0, 4).join(', ')}, ...) and one row for each flow`;
    tell({ code: 'empty', severity: 'error', line: 1, column: 1, pointer: '', message });
    return { flows: null, issues };
  }
  if (at > 0) tell(aboveHeader(rows.slice(0, at)));
  const { heads, issues: ofHeader } = readHeader(header);
  for (const { at: cell, ...issue } of ofHeader) tell({ ...placeOf(cell), pointer: '', ...issue });
  if (body.length > mostFlows)
    tell({
      ...placeOf(header.cells[0]),
      code: 'too-many',
      severity: 'error',
      pointer: '',
      message: `there are ${body.length} flows; at most ${mostFlows} are read`,
    });
  if (issues.some(isError)) return { flows: null, issues: inFileOrder(issues) };

  const cells = body.map((row, index) => cellsOf(row, heads, index, delimiter, tell));
  const counts = countsOf(cells, delimiter);
  const taken = new TakenWords();
  const flows = body.map((row, index): Flow | null => {
    const read = new RowReader(row, index, cells[index] ?? new Map(), file, tell);
    return read.flow(counts[index] ?? new Map(), taken);
  });
  taken.tell(tell);
  const found = [
    ...inFileOrder(issues.filter(isError)).slice(0, mostProblems),
    ...inFileOrder(issues.filter((issue) => !isError(issue))),
  ];
  const whole = flows.flatMap((flow) => flow ?? []);
  return { flows: found.some(isError) ? null : whole, issues: found };
}

const isError = ({ severity }: Issue): boolean => severity === 'error';

function placeOf(cell: FlowCell | undefined): { readonly line: number; readonly column: number } {
  return { line: cell?.line ?? 1, column: cell?.column ?? 1 };
}

function aboveHeader(above: readonly FlowRow[]): Omit<Issue, 'file'> {
  const [first] = above;
  const numbers = above.map(({ number }) => number).join(', ');
  const message = `${above.length === 1 ? `row ${numbers} stands` : `rows ${numbers} stand`} above the header and ${above.length === 1 ? 'is' : 'are'} set aside`;
  return {
    code: 'set-aside',
    severity: 'warning',
    ...placeOf(first?.cells[0]),
    pointer: '',
    message,
  };
}

function cellsOf(
  row: FlowRow,
  heads: readonly (FlowColumn | null)[],
  index: number,
  delimiter: string | null,
  tell: Tell,
): Cells {
  const cells = new Map<FlowColumn, FlowCell>();
  for (const [column, cell] of row.cells.entries()) {
    const name = heads[column];
    if (name !== undefined && name !== null) cells.set(name, cell);
    else if (name === undefined && cell.text.trim() !== '') {
      const quotes =
        delimiter === null
          ? 'give that column a name'
          : `put quotes around text that holds ${delimiter === '\t' ? 'a tab' : `"${delimiter}"`}`;
      tell({
        code: 'csv',
        severity: 'error',
        ...placeOf(cell),
        pointer: `/flows/${index}`,
        message: `row ${row.number} has ${row.cells.length} cells, the header has ${heads.length}; ${quotes}`,
      });
    }
  }
  return cells;
}

/** What each row says in its columns of counts, which are read together. */
function countsOf(
  rows: readonly Cells[],
  delimiter: string | null,
): readonly ReadonlyMap<FlowColumn, CountRead>[] {
  const columns = countColumns.map((name) =>
    rows.map((cells) => {
      const cell = cells.get(name);
      return cell?.isNumber === true ? Number(cell.text) : (cell?.text ?? '');
    }),
  );
  const read = readCounts(columns, delimiter);
  return rows.map(
    (_, row) =>
      new Map(countColumns.map((name, column) => [name, read[column]?.[row] ?? null] as const)),
  );
}

/** Spellings that were taken for a word, to be told once a column. */
class TakenWords {
  readonly #columns = new Map<FlowColumn, { readonly at: FlowCell; readonly said: Set<string> }>();

  add(column: FlowColumn, at: FlowCell, said: string): void {
    const known = this.#columns.get(column) ?? { at, said: new Set() };
    known.said.add(said);
    this.#columns.set(column, known);
  }

  tell(tell: Tell): void {
    for (const [column, { at, said }] of this.#columns) {
      const message = `column ${quoted(column)}: ${[...said].slice(0, 24).join(', ')}`;
      tell({ code: 'spelling', severity: 'warning', ...placeOf(at), pointer: '', message });
    }
  }
}

/** Reads one row. */
class RowReader {
  readonly #row: FlowRow;
  readonly #index: number;
  readonly #cells: Cells;
  readonly #file: string;
  readonly #tell: Tell;
  /** Columns whose fault is told already. */
  readonly #told = new Set<string>();

  constructor(row: FlowRow, index: number, cells: Cells, file: string, tell: Tell) {
    [this.#row, this.#index, this.#cells, this.#file, this.#tell] = [row, index, cells, file, tell];
  }

  /** The flow of the row; null where anything of it is wrong. */
  flow(counts: ReadonlyMap<FlowColumn, CountRead>, taken: TakenWords): Flow | null {
    const value: Partial<Record<FlowColumn, unknown>> = {};
    for (const [name, cell] of this.#cells) {
      const read =
        columnKinds[name].kind === 'number'
          ? this.#count(name, cell, counts.get(name) ?? null, taken)
          : this.#word(name, cell, taken);
      if (read !== undefined) value[name] = read;
    }
    const checked = validate(flowSchema, value, {
      locate: (pointer) => ({ file: this.#file, ...this.#placeOf(pointer) }),
    });
    const told = new Set(this.#told);
    for (const issue of checked.issues) {
      const [key] = pointerKeys(issue.pointer);
      if (key === undefined || !told.has(key))
        this.#problem(issue.code, key ?? '', issue.pointer, plainly(issue.message));
    }
    const flow = checked.value;
    return this.#told.size > 0 ? null : flow;
  }

  #count(name: FlowColumn, cell: FlowCell, read: CountRead, taken: TakenWords): number | undefined {
    if (read === null) return undefined;
    if ('problem' in read) {
      this.#problem('type', name, `/${name}`, `"${name}" ${read.problem}`);
      return undefined;
    }
    if (read.remark !== undefined) taken.add(name, cell, read.remark);
    return read.value;
  }

  #word(name: FlowColumn, cell: FlowCell, taken: TakenWords): unknown {
    const { left, problem, taken: words, value } = readCell(name, cell.text, columnKinds[name]);
    for (const [text, word] of words)
      taken.add(name, cell, `${quoted(text)} is taken for "${word}"`);
    if (left !== null) taken.add(name, cell, `${quoted(cell.text.trim())}, ${left}, is left open`);
    if (problem !== null) this.#problem('choice', name, `/${name}`, problem);
    return value;
  }

  #problem(code: string, key: string, pointer: string, message: string): void {
    this.#told.add(key);
    const where = key === '' ? '' : `, column ${quoted(key)}`;
    this.#tell({
      code,
      severity: 'error',
      ...this.#placeOf(pointer),
      pointer: `/flows/${this.#index}${pointer}`,
      message: `row ${this.#row.number}${where}: ${message}`,
    });
  }

  #placeOf(pointer: string): { readonly line: number; readonly column: number } {
    const [key] = pointerKeys(pointer);
    return placeOf(this.#cells.get(key as FlowColumn) ?? this.#row.cells[0]);
  }
}

/** Messages that speak of JSON, in words that fit a spreadsheet. */
function plainly(message: string): string {
  return message
    .replace(/^"(\w+)" is missing$/, 'is empty')
    .replace('should be true or false', 'should be yes or no');
}
