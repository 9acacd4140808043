import gapTable from '../../models/regimes/gap-table.json';
import programmes from '../../models/regimes/programme.json';
import type { ParseFormula } from '../language/stored-formulas.ts';
import type { ApplyLaw } from '../regimes/apply-law.ts';
import type { GapTable, ProgrammeTemplates, Regime } from '../schema/regime.ts';
import { inOrder, lawOfFiles } from './law-with.ts';

// Every folder of models/regimes is a law, or assumptions on what laws cost: a law more is a folder
// more. A test checks the files against their schema, so that what runs need not.
const files = import.meta.glob<object>('../../models/regimes/*/regime.json', {
  eager: true,
  import: 'default',
});

const withDefaults = (file: object): Regime => {
  const regime = file as Regime;
  return {
    ...regime,
    regions: { ...regime.regions },
    questions: { ...regime.questions },
    assumptions: { ...regime.assumptions },
    definitions: { ...regime.definitions },
    totals: { ...regime.totals },
    asks: { ...regime.asks },
    rules: Object.fromEntries(
      Object.entries(regime.rules).map(([name, rule]) => [
        name,
        Object.assign({ duties: [], effects: [], conditions: [], takesAway: [] }, rule),
      ]),
    ),
    mechanisms: (regime.mechanisms ?? []).map((each) => Object.assign({ alternatives: [] }, each)),
    controls: regime.controls ?? [],
    thresholds: regime.thresholds ?? [],
    remarks: regime.remarks ?? [],
    ...(regime.scope === undefined ? {} : { scope: Object.assign({ costs: [] }, regime.scope) }),
  };
};

/** The regimes that come with Tandem, in the order in which they are listed. */
export const regimeFiles: readonly Regime[] = Object.values(files)
  .map(withDefaults)
  .toSorted(inOrder);

/** Where the laws differ. */
export const gapTableFile: GapTable = gapTable;

/** The ready plans of a compliance programme. */
export const programmeFile = programmes as ProgrammeTemplates;

/** Asks the laws that come with Tandem, their formulas read by `parse`. */
export function lawWith(parse: ParseFormula): ApplyLaw {
  return lawOfFiles(
    { regimes: regimeFiles, gapTable: gapTableFile, programmes: programmeFile },
    parse,
  );
}
