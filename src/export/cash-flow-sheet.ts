import type { WorkbookFigures } from '../analysis/workbook-figures.ts';
import type { Result } from '../schema/result.ts';
import { CashRows } from './cash-rows.ts';
import type { CashRow } from './cash-rows.ts';
import type { Address, Live } from './live.ts';
import { numberOf } from './live.ts';
import { columnName, empty, formatOf, figureHeads, text, titled } from './sheet.ts';
import type { CellLook, CellName, Sheet, SheetCell } from './sheet.ts';

export const cashFlowName = 'Cash flow';

/** A figure that the sheet computes, and what the run itself has for it. */
export interface CheckedFigure {
  readonly label: string;
  readonly posture: string;
  readonly name: string;
  readonly format: 'cents' | 'number' | 'share';
  /** Where it stands, such as `'Cash flow'!$E$31`. */
  readonly cell: string;
  readonly value: number;
  /** The mean of the run, or its ratio. */
  readonly run: number;
}

export interface CashFlowSheet {
  readonly sheet: Sheet;
  readonly names: readonly CellName[];
  readonly checked: readonly CheckedFigure[];
}

const firstColumns = ['What', 'Category', 'Kind', 'Unit', 'All years'] as const;
const wholeColumn = firstColumns.length - 1;
/** What Excel takes as a comment of a name; more and it offers to repair the file. */
const longestComment = 255;
const kinds = { investment: 'Investment', running: 'Running', loss: 'Loss' } as const;

/** The cash flow year by year as formulas, from cost lines to present values and returns. */
export function cashFlowSheet(figures: WorkbookFigures, result: Result): CashFlowSheet {
  const rows = new CashRows(figures);
  const blocks = figures.postures.map((id, index) => blockOf(rows, id, index, result));
  const used = reached(
    rows,
    blocks.flatMap(({ results, top }) => [...results.map(({ row }) => row), ...top]),
  );
  const shared = used.filter(({ posture }) => posture === null);
  const labelOf = (id: string) => result.postures.find((each) => each.id === id)?.label ?? id;

  // First where everything stands, then what is in it: a formula may name a row further down.
  const lines: Line[] = [
    ...titled(
      'Cash flow by year',
      `Each figure is the mean over ${result.manifest.trials} simulated futures, in HK$ at the prices of its year. Change what is blue, and everything black follows.`,
      'What events cost, and “before price rises”, is the mean of what happens by chance in each future: it does not follow other figures.',
    ).map((cells): Line => ({ cells })),
    { cells: [...figureHeads(wholeColumn, ...firstColumns), ...yearHeads(figures.years)] },
  ];
  const headRow = lines.length;
  if (shared.length > 0) {
    lines.push({ cells: [text('For all postures', 'part'), ...parts(figures.years)] });
    for (const row of shared) lines.push({ row });
  }
  for (const [index, { id, top }] of blocks.entries()) {
    lines.push({ cells: [] }, { cells: [text(labelOf(id), 'part'), ...parts(figures.years)] });
    for (const row of top) lines.push({ row });
    const behind = used.filter((row) => row.posture === index && !top.includes(row));
    if (behind.length > 0)
      lines.push({ cells: [text(`Behind these figures: ${labelOf(id)}`, 'note')], isDetail: true });
    for (const row of behind) lines.push({ row, isDetail: true });
  }
  const places = new Map(
    lines.flatMap(({ row }, index) => (row === undefined ? [] : [[row.key, index + 1] as const])),
  );
  const free = uniqueNames();
  const named = new Map(
    shared.flatMap((row) =>
      row.kind === 'input' && !row.byYear ? [[row.key, free(row.name)] as const] : [],
    ),
  );
  const address: Address = (key, year) => {
    if (key === 'year') return `${columnName(wholeColumn + 1 + (year ?? 0))}$${headRow}`;
    const name = named.get(key);
    if (name !== undefined) return name;
    const column = columnName(year === null ? wholeColumn : wholeColumn + 1 + year);
    return `${year === null ? '$' : ''}${column}${places.get(key) ?? 0}`;
  };
  const absolute = (key: string) => `$${columnName(wholeColumn)}$${places.get(key) ?? 0}`;

  return {
    sheet: {
      name: cashFlowName,
      rows: lines.map(({ cells, row }) =>
        row === undefined ? (cells ?? []) : rowCells(row, figures, address),
      ),
      widths: [50, 16, 12, 18, 16, ...Array.from({ length: figures.years }, () => 14)],
      frozen: { rows: headRow, columns: 1 },
      detail: new Set(lines.flatMap(({ isDetail }, index) => (isDetail === true ? [index] : []))),
    },
    names: [
      ...shared.flatMap(({ key, label }): CellName[] => {
        const name = named.get(key);
        return name === undefined
          ? []
          : [
              {
                name,
                sheet: cashFlowName,
                cell: absolute(key),
                comment: label.slice(0, longestComment),
              },
            ];
      }),
      ...blocks.flatMap(({ id, results }) =>
        results.map(({ row }): CellName => ({
          name: free(`${row.kind === 'ratio' ? 'roi_' : ''}${row.name}_${id}`),
          sheet: cashFlowName,
          cell: absolute(row.key),
          comment: `${row.label}: ${labelOf(id)}`.slice(0, longestComment),
        })),
      ),
    ],
    checked: blocks.flatMap(({ id, results }) =>
      results.map(({ row, run }): CheckedFigure => ({
        label: row.label,
        posture: labelOf(id),
        name: row.name,
        format: resultFormat(row),
        cell: `'${cashFlowName}'!${absolute(row.key)}`,
        value: numberOf(row.cell(0)),
        run,
      })),
    ),
  };
}

interface Line {
  readonly cells?: readonly SheetCell[];
  readonly row?: CashRow;
  readonly isDetail?: boolean;
}

interface Block {
  readonly id: string;
  /** Lines, totals and what they come to. */
  readonly top: readonly CashRow[];
  readonly results: readonly { readonly row: CashRow; readonly run: number }[];
}

function blockOf(rows: CashRows, id: string, posture: number, result: Result): Block {
  const { lines, outputs, ratios, totals } = rows.figures;
  const sums = ['cost.investment', 'cost.running', 'cost.loss', 'cost.total'].filter((name) =>
    Object.hasOwn(totals, name),
  );
  const results = [
    ...Object.keys(outputs).flatMap((name) => {
      const run = result.outputs[name]?.[id]?.mean;
      const row = rows.output(name, posture);
      return row === null || run === undefined ? [] : [{ row, run }];
    }),
    ...Object.keys(ratios).flatMap((name) => {
      const run = result.roi[name]?.[id]?.value;
      const row = rows.ratio(name, posture);
      return row === null || run === undefined ? [] : [{ row, run }];
    }),
  ].filter(({ row, run }) => holds(row.cell(0), run));
  return {
    id,
    results,
    top: [
      ...Object.keys(lines).map((name) => rows.line(name, posture)),
      ...sums.map((name) => rows.total(name, posture)),
      ...results.map(({ row }) => row),
    ],
  };
}

/** Whether means give it: exactly, or but for a factor that is uncertain itself, such as a rate. */
function holds(live: Live, run: number): boolean {
  const value = numberOf(live);
  if (!Number.isFinite(value)) return false;
  return !live.isBent || Math.abs(value - run) <= 1e-9 * Math.max(1, Math.abs(run));
}

/** Everything that rows rest on, what they name themselves before what that rests on. */
function reached(rows: CashRows, from: readonly CashRow[]): readonly CashRow[] {
  const found = new Set(from);
  for (const row of found) {
    for (let year = 0; year < (row.byYear ? rows.figures.years : 1); year++) {
      for (const key of row.cell(year).rows) {
        const next = rows.row(key);
        if (next !== undefined) found.add(next);
      }
    }
  }
  return [...found];
}

function rowCells(row: CashRow, figures: WorkbookFigures, address: Address): readonly SheetCell[] {
  const { kind, label, name, unit } = row;
  const line = kind === 'line' ? figures.lines[name] : undefined;
  const isKey = kind === 'output' || kind === 'ratio';
  const format = isKey ? resultFormat(row) : formatOf(unit);
  const sum: CellLook = name === 'cost.total' ? 'sum' : 'plain';
  const cell = (live: Live): SheetCell => {
    if (live.rows.size === 0 && kind !== 'definition' && kind !== 'term')
      return { value: live.value, format, look: 'given' };
    const value = Number.isNaN(numberOf(live)) ? null : live.value;
    return { value, formula: live.write(address), format, look: isKey ? 'key' : sum };
  };
  const years = Array.from({ length: figures.years }, (_, year) => year);
  const isSummed = kind === 'line' || kind === 'total' || kind === 'term';
  const whole = (): SheetCell => {
    if (!row.byYear) return cell(row.cell(0));
    if (!isSummed) return empty;
    const all = years.map((year) => numberOf(row.cell(year)));
    return {
      value: all.reduce((total, each) => total + each, 0),
      formula: `SUM(${address(row.key, 0)}:${address(row.key, figures.years - 1)})`,
      format,
      look: sum,
    };
  };
  return [
    text(label, isKey ? 'key' : sum),
    text(line?.category ?? '', isKey ? 'key' : sum),
    text(line === undefined ? '' : kinds[line.kind], isKey ? 'key' : sum),
    text(unit, isKey ? 'key' : sum),
    whole(),
    ...(row.byYear ? years.map((year) => cell(row.cell(year))) : []),
  ];
}

function resultFormat({ kind, unit }: CashRow): CheckedFigure['format'] {
  if (kind === 'ratio') return 'share';
  return unit.startsWith('HKD') ? 'cents' : 'number';
}

function yearHeads(years: number): readonly SheetCell[] {
  return Array.from({ length: years }, (_, year) => ({
    value: year + 1,
    format: 'year',
    look: 'figureHead',
  }));
}

function parts(years: number): readonly SheetCell[] {
  return Array.from({ length: wholeColumn + years }, () => text('', 'part'));
}

/** Names for cells, each given once: a sheet does not tell capitals from small letters. */
function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const wanted = cellNameOf(name);
    let free = wanted;
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${wanted}_${count}`;
    taken.add(free.toLowerCase());
    return free;
  };
}

/** A name that a sheet takes: letters, digits and underscores, and not the address of a cell. */
export function cellNameOf(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9_]+/g, '_');
  const capital = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
  return /^([A-Z]{1,3}\d+|R|C|R\d*C\d*|\d.*|_?)$/i.test(capital) ? `Tandem_${capital}` : capital;
}
