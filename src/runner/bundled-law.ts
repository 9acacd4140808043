import lawFormulas from '../../models/regimes/gap-table.json?laws';
import { storedFormulas } from '../language/stored-formulas.ts';
import { lawWith } from './regime-files.ts';

/** The law for places that have no files to read: its formulas were read when Tandem was built. */
export const bundledLaw = lawWith(storedFormulas(lawFormulas));
