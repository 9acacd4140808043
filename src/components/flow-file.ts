import lawRegions from '../../models/regimes/gap-table.json?regions';
import template from '../../scenarios/flows-template.csv?raw';
import { openFlows } from '../export/open-flows.ts';
import { regionsOf } from '../regimes/places.ts';
import { impliedFlows } from '../regimes/implied-flows.ts';
import type { ProfileBriefing } from '../schema/briefing.ts';
import type { FlowsRead } from '../schema/read-flow-table.ts';
import { byteOrderMark } from '../schema/csv-text.ts';
import { writeFlowsCsv } from '../schema/write-flows-csv.ts';
import { saveBlob } from './save-blob.ts';

/** Reads an inventory of flows that a person opened; every problem names its row and its column. */
export async function openFlowFile(file: File): Promise<FlowsRead> {
  return openFlows(new Uint8Array(await file.arrayBuffer()), file.name);
}

const regions = regionsOf(lawRegions);

/** Offers the flows as a file for a spreadsheet; those that the profile implies where none are listed. */
export function saveFlows({ company, flows }: ProfileBriefing, name: string): string {
  const listed = flows ?? impliedFlows(company ?? {}, regions).map(({ flow }) => flow);
  return saveCsv(writeFlowsCsv(listed), `${name} flows`);
}

/** Offers an example of such a file, to be filled in. */
export function saveFlowTemplate(): string {
  return saveCsv(`${byteOrderMark}${template}`, 'flows template');
}

function saveCsv(text: string, name: string): string {
  return saveBlob(new Blob([text], { type: 'text/csv' }), name, 'csv');
}
