import { csvText } from './csv-text.ts';
import type { CsvCell } from './csv-text.ts';
import type { Flow } from './flow.ts';
import { flowColumns } from './read-flows-csv.ts';

/** An inventory of flows as CSV with a header, as `readFlowsCsv` reads it. */
export function writeFlowsCsv(flows: readonly Flow[]): string {
  return csvText([
    flowColumns,
    ...flows.map((flow) => flowColumns.map((name) => cell(flow[name]))),
  ]);
}

function cell(value: Flow[keyof Flow]): CsvCell {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' || typeof value === 'string' ? value : value.join(';');
}
