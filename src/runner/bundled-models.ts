import complianceTco from '../../models/compliance-tco.json?checked';
import complianceTcoFormulas from '../../models/compliance-tco.json?formulas';
import type { Expression } from '../language/expression.ts';
import { parseDocument } from '../schema/parse-document.ts';
import type { Places } from '../schema/source.ts';
import { fetchPart } from './fetch-part.ts';
import type { FindModel, ReadModel } from './prepare.ts';

/** The models that come with Tandem, for places that have no files to read; what they say, not their text. */
export const findBundledModel: FindModel = (name) =>
  name === complianceTco.id ? { file: 'models/compliance-tco.json', source: '' } : null;

/** What a bundled model says: checked when Tandem was built. */
export const readBundledModel: ReadModel = () => ({ value: complianceTco, issues: [], places });

/** Their formulas, read when Tandem was built. */
export const bundledFormulas: Readonly<Record<string, Expression>> = complianceTcoFormulas;

/** A place in a bundled model is wanted: its text has to be fetched first. */
export class PlaceNotRead extends Error {}

let read: Places | null = null;

/** Wanted only for a fault of the model that shows together with some scenario. */
const places: Places = {
  locate(pointer, offset) {
    if (read === null) throw new PlaceNotRead(pointer);
    return read.locate(pointer, offset);
  },
};

/** Fetches the text of the bundled models, after PlaceNotRead. */
export async function readBundledPlaces(): Promise<void> {
  const { default: text } = await fetchPart(import('../../models/compliance-tco.json?raw'));
  read = parseDocument(text, 'models/compliance-tco.json').places;
}
