import { claims } from '../../models/evidence.json';
import complianceTcoFormulas from '../../models/compliance-tco.json?formulas';
import complianceTco from '../../models/compliance-tco.json?raw';
import type { Expression } from '../language/expression.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { FindModel } from './prepare.ts';

/** The models that come with Tandem, for places that have no files to read. */
export const findBundledModel: FindModel = (name) =>
  name === 'compliance-tco' ? { file: 'models/compliance-tco.json', source: complianceTco } : null;

/** Their formulas, read when Tandem was built. */
export const bundledFormulas: Readonly<Record<string, Expression>> = complianceTcoFormulas;

/** The published claims that their results are checked against. */
export const bundledClaims = { claims } as Pick<Evidence, 'claims'>;
