import { csvText } from './csv-text.ts';
import type { CsvCell } from './csv-text.ts';
import type { Flow } from './flow.ts';
import { flowColumns, noneWord } from './flow-columns.ts';

/** An inventory of flows as CSV with a header, as `readFlowsCsv` reads it. */
export function writeFlowsCsv(flows: readonly Flow[]): string {
  return csvText([
    flowColumns,
    ...flows.map((flow) => flowColumns.map((name) => cell(name, flow[name]))),
  ]);
}

function cell(name: keyof Flow, value: Flow[keyof Flow]): CsvCell {
  if (value === undefined) return null;
  // An answer of "none" is another thing than no answer.
  if (value === '' || (name === 'accessedFrom' && Array.isArray(value) && value.length === 0))
    return noneWord;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' || typeof value === 'string' ? value : value.join(';');
}
