import evidence from '../../models/evidence.json';
import complianceTco from '../../models/compliance-tco.json?raw';
import type { Evidence } from '../schema/evidence.ts';
import type { FindModel } from './prepare.ts';

/** The models that come with Tandem, for places that have no files to read. */
export const findBundledModel: FindModel = (name) =>
  name === 'compliance-tco' ? { file: 'models/compliance-tco.json', source: complianceTco } : null;

export const bundledEvidence = evidence as Evidence;
