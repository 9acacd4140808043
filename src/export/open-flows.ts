import { largestFile } from '../schema/decode-text.ts';
import { wordList } from '../schema/describe.ts';
import { columnsNamed, findHeader } from '../schema/flow-header.ts';
import { foreignFormat } from '../schema/foreign-format.ts';
import { readFlowTable } from '../schema/read-flow-table.ts';
import type { FlowsRead } from '../schema/read-flow-table.ts';
import { readFlowsCsv } from '../schema/read-flows-csv.ts';

/** As many columns make a row a header, and not a title with a word in common. */
const fewestColumns = 3;

/** What a workbook of many sheets unpacks to at most; a page would stand still over more. */
const largestUnpacked = 100_000_000;

/**
 * Reads an inventory of flows as a person has it: CSV of any spreadsheet, or the first sheet of a
 * workbook (.xlsx) whose header names columns of an inventory. Other files are told what to do instead.
 */
export async function openFlows(bytes: Uint8Array, file: string): Promise<FlowsRead> {
  if (bytes.length > largestFile || foreignFormat(bytes) !== 'zip')
    return readFlowsCsv(bytes, file);
  if (unpackedSize(bytes) > largestUnpacked) {
    const message = `the workbook unpacks to more than ${largestUnpacked / 1e6} MB; keep the sheet with the flows alone`;
    const issue = { file, line: 1, column: 1, pointer: '', code: 'too-large', message };
    return { flows: null, issues: [{ ...issue, severity: 'error' }] };
  }
  // Large, and few need it: fetched when the first workbook is opened.
  const { readWorkbook } = await import('./read-workbook.ts');
  const sheets = await readWorkbook(bytes);
  if (sheets === null) return readFlowsCsv(bytes, file);
  const sheet = sheets.find(({ rows }) => {
    const header = rows[findHeader(rows)];
    return header !== undefined && columnsNamed(header) >= fewestColumns;
  });
  const about = { file, line: 1, column: 1, pointer: '' };
  if (sheet === undefined) {
    const names = wordList(sheets.map(({ name }) => name));
    const message = `no sheet of this workbook has a header with columns of a list of flows, such as name, data, purpose and people; its sheets are ${names}`;
    return { flows: null, issues: [{ ...about, code: 'csv', severity: 'error', message }] };
  }
  const read = readFlowTable({ rows: sheet.rows, delimiter: null }, file);
  if (sheets.length === 1) return read;
  const message = `the sheet ${wordList([sheet.name])} is read`;
  return {
    ...read,
    issues: [...read.issues, { ...about, code: 'sheet', severity: 'warning', message }],
  };
}

/** How many bytes a zip archive says that it unpacks to, from the entries of its directory. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x02014b50) continue;
    size += view.getUint32(at + 24, true);
    at += 45;
  }
  return size;
}
