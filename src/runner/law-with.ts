import type { ParseFormula } from '../language/stored-formulas.ts';
import { applyLaw } from '../regimes/apply-law.ts';
import type { ApplyLaw } from '../regimes/apply-law.ts';
import { openLawBook } from '../regimes/law-book.ts';
import type { LawBook } from '../regimes/law-book.ts';
import type { GapTable, ProgrammeTemplates, Regime } from '../schema/regime.ts';

/** The files that the law is read from. */
export interface LawFiles {
  readonly regimes: readonly Regime[];
  /** Where the laws differ. */
  readonly gapTable: GapTable;
  /** The ready plans of a compliance programme. */
  readonly programmes: ProgrammeTemplates;
}

/** Asks the laws of some files, their formulas read by `parse`. */
export function lawOfFiles(
  { gapTable, programmes, regimes: all }: LawFiles,
  parse: ParseFormula,
): ApplyLaw {
  const books = new Map<string, LawBook>();
  const open = (regimes: readonly Regime[]): LawBook => {
    const key = regimes.map(({ id }) => id).join('+');
    const book = books.get(key) ?? openLawBook(regimes, gapTable, parse);
    books.set(key, book);
    return book;
  };
  return (...asked) => applyLaw({ regimes: all, open, programmes }, ...asked);
}

/** The order in which laws are listed. */
export function inOrder(a: Regime, b: Regime): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}
