import costs from '../../models/regimes/costs.json';
import gapTable from '../../models/regimes/gap-table.json';
import pdpo from '../../models/regimes/pdpo.json';
import pipl from '../../models/regimes/pipl.json';
import programmes from '../../models/regimes/programme.json';
import type { ParseFormula } from '../language/stored-formulas.ts';
import { applyLaw } from '../regimes/apply-law.ts';
import type { ApplyLaw } from '../regimes/apply-law.ts';
import { openLawBook } from '../regimes/law-book.ts';
import type { LawBook } from '../regimes/law-book.ts';
import type { GapRow, ProgrammeTemplates, Regime } from '../schema/regime.ts';

// A test checks the files against their schema, so that what runs need not.
const withDefaults = (file: object): Regime => {
  const regime = file as Regime;
  return {
    ...regime,
    assumptions: { ...regime.assumptions },
    rules: Object.fromEntries(
      Object.entries(regime.rules).map(([name, rule]) => [
        name,
        Object.assign({ duties: [], effects: [] }, rule),
      ]),
    ),
    mechanisms: regime.mechanisms.map((each) => Object.assign({ alternatives: [] }, each)),
  };
};

/** The regimes that come with Tandem. */
export const regimeFiles: readonly Regime[] = [pipl, pdpo, costs].map(withDefaults);

/** Where the two laws differ. */
export const gapTableFile: readonly GapRow[] = gapTable;

/** The ready plans of a compliance programme. */
export const programmeFile = programmes as ProgrammeTemplates;

/** Asks the laws that come with Tandem, their formulas read by `parse`. */
export function lawWith(parse: ParseFormula): ApplyLaw {
  let book: LawBook | null = null;
  return (scenario, model, setting) => {
    book ??= openLawBook(regimeFiles, gapTableFile, parse);
    return applyLaw({ book, programmes: programmeFile }, scenario, model, setting);
  };
}
