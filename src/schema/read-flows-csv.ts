import { csvCells, delimiterOf } from './csv-cells.ts';
import type { TextCell } from './csv-cells.ts';
import { decodeText } from './decode-text.ts';
import { quoted, wordList } from './describe.ts';
import { flowSchema, mostFlows } from './flow.ts';
import type { Flow } from './flow.ts';
import type { Issue } from './issue.ts';
import { didYouMean } from './near-miss.ts';
import { pointerKeys } from './pointer.ts';
import { TextPositions } from './text-positions.ts';
import { inFileOrder, mostProblems, validate } from './validate.ts';

type Column = keyof Flow;
type Kind = 'text' | 'word' | 'words' | 'number' | 'yes-no';

/** How the cells of each column are read. */
const columns: Readonly<Record<Column, Kind>> = {
  name: 'text',
  data: 'words',
  purpose: 'word',
  subjects: 'word',
  subjectsIn: 'word',
  people: 'number',
  sensitivePeople: 'number',
  minors: 'number',
  under18: 'number',
  samePeopleAs: 'text',
  from: 'word',
  to: 'word',
  peopleAt: 'word',
  processor: 'text',
  processorPlace: 'word',
  plugin: 'text',
  controlledFrom: 'word',
  collectedIn: 'word',
  accessedFrom: 'words',
  sender: 'word',
  recipient: 'word',
  recipientRole: 'word',
  legalBasis: 'word',
  exportNecessary: 'word',
  addsMainlandData: 'yes-no',
  onwardTo: 'word',
  after: 'text',
  importantData: 'yes-no',
  controls: 'words',
};
const required: readonly Column[] = [
  'name',
  'data',
  'purpose',
  'subjects',
  'subjectsIn',
  'people',
  'from',
  'to',
];

/** What stands in a cell whose answer is "none", as an empty cell is no answer. */
export const noneWord = 'none';

/** The columns of an inventory in their usual order, for a template. */
export const flowColumns = Object.keys(columns) as readonly Column[];

/** Reads an inventory of flows from CSV with a header; every problem names its row and its column. */
export function readFlowsCsv(
  source: string | Uint8Array,
  file: string,
): { readonly flows: readonly Flow[] | null; readonly issues: readonly Issue[] } {
  const decoded = decodeText(source);
  if (!('text' in decoded)) {
    const { code, column, line, message } = decoded;
    return refused({ code, severity: 'error', file, line, column, pointer: '', message });
  }
  const { text } = decoded;
  const positions = new TextPositions(text);
  const issues: Issue[] = [];
  const tell = (code: string, offset: number, pointer: string, message: string) =>
    issues.push({ code, severity: 'error', file, ...positions.at(offset), pointer, message });

  const delimiter = delimiterOf(text);
  const cut = csvCells(text, delimiter);
  if ('unclosed' in cut) {
    tell('csv', cut.unclosed, '', 'a quote is opened here and never closed');
    return { flows: null, issues };
  }
  const [header, ...rows] = cut.rows;
  if (header === undefined || rows.length === 0) {
    const message = `the file has no ${header === undefined ? 'header' : 'flows'}; it should have a header (${flowColumns.slice(0, 4).join(', ')}, ...) and one row for each flow`;
    tell('empty', 0, '', message);
    return { flows: null, issues };
  }
  const heads = readHeader(header, tell);
  if (rows.length > mostFlows)
    tell('too-many', 0, '', `there are ${rows.length} flows; at most ${mostFlows} are read`);
  if (issues.length > 0) return { flows: null, issues };

  const flows = rows.map((row, index): Flow | null => {
    const number = positions.at(row[0]?.offset ?? 0).line;
    const cells = new Map<Column, TextCell>();
    for (const [column, cell] of row.entries()) {
      const name = heads[column];
      if (name !== undefined) cells.set(name, cell);
      else if (cell.text.trim() !== '')
        tell(
          'csv',
          cell.offset,
          `/flows/${index}`,
          `row ${number} has ${row.length} cells, the header has ${heads.length}; put quotes around text that holds ${delimiter === '\t' ? 'a tab' : `"${delimiter}"`}`,
        );
    }
    const value = Object.fromEntries(
      [...cells].flatMap(([name, { text: cell }]) => {
        const read = isNone(name, cell) ?? readCell(cell, columns[name], delimiter);
        return read === undefined ? [] : [[name, read]];
      }),
    );
    const checked = validate(flowSchema, value, {
      locate: (pointer) => {
        const [key] = pointerKeys(pointer);
        const offset = cells.get(key as Column)?.offset ?? row[0]?.offset ?? 0;
        return { file, ...positions.at(offset) };
      },
    });
    for (const issue of checked.issues) {
      const [key] = pointerKeys(issue.pointer);
      const where = key === undefined ? `row ${number}` : `row ${number}, column ${quoted(key)}`;
      issues.push({
        ...issue,
        pointer: `/flows/${index}${issue.pointer}`,
        message: `${where}: ${plainly(issue.message)}`,
      });
    }
    return checked.value;
  });
  const whole = flows.flatMap((flow) => flow ?? []);
  const found = inFileOrder(issues).slice(0, mostProblems);
  return { flows: found.length > 0 ? null : whole, issues: found };
}

function refused(issue: Issue) {
  return { flows: null, issues: [issue] };
}

function readHeader(
  header: readonly TextCell[],
  tell: (code: string, offset: number, pointer: string, message: string) => void,
): readonly Column[] {
  const bare = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '');
  const heads: Column[] = [];
  let wrong = false;
  for (const { offset, text } of header) {
    const found = flowColumns.find((name) => bare(name) === bare(text));
    if (found !== undefined && heads.includes(found)) {
      tell('csv', offset, '', `row 1: the column ${quoted(found)} stands there twice`);
      wrong = true;
    } else if (found !== undefined) {
      heads.push(found);
    } else {
      const near = didYouMean(text.trim(), flowColumns);
      tell(
        'unknown-name',
        offset,
        '',
        `row 1: there is no column ${quoted(text.trim())}${near === '' ? `; columns are ${wordList(flowColumns, 24)}` : near}`,
      );
      wrong = true;
    }
  }
  const missing = required.filter((name) => !heads.includes(name));
  if (!wrong && missing.length > 0)
    tell('missing', 0, '', `row 1: the header lacks ${wordList(missing)}`);
  return heads;
}

/** The empty answer that "none" stands for in the columns that can have one. */
function isNone(name: Column, cell: string): '' | readonly string[] | undefined {
  if (cell.trim().toLowerCase() !== noneWord) return undefined;
  if (name === 'after') return '';
  return name === 'accessedFrom' ? [] : undefined;
}

function readCell(cell: string, kind: Kind, delimiter: string): unknown {
  // A text that begins as a formula does gets an apostrophe from careful writers.
  const text = cell.trim().replace(/^'(?=[=+\-@])/, '');
  if (text === '') return undefined;
  switch (kind) {
    case 'text':
      return text;
    case 'word':
      return asWord(text);
    case 'words':
      return text
        .split(delimiter === ';' ? /[|,]/ : /[|;]/)
        .map(asWord)
        .filter((word) => word !== '');
    case 'number': {
      const bare = text.replaceAll(/(?<=\d)[,\u00a0 '](?=\d{3}\b)/g, '');
      return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : text;
    }
    case 'yes-no':
      if (/^(yes|true|y|1)$/i.test(text)) return true;
      return /^(no|false|n|0)$/i.test(text) ? false : text;
  }
}

/** Words as they are known: `Hong Kong` is hong-kong. */
function asWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}

/** Messages that speak of JSON, in words that fit a spreadsheet. */
function plainly(message: string): string {
  return message
    .replace(/^"(\w+)" is missing$/, 'is empty')
    .replace('should be true or false', 'should be yes or no');
}
