import type { LawResult } from '../schema/law-result.ts';
import { namesIn } from './evaluate.ts';
import { scopeOf } from './inquiry.ts';
import type { Inquiry } from './inquiry.ts';
import { lawFormulas } from './law-book.ts';
import type { Entry, LawBook } from './law-book.ts';
import { toldFact } from './told.ts';

/** Every value of the company, or of one flow, that a rule looks at, by name. */
export function factsOf(inquiry: Inquiry, flow: number | null): LawResult['facts'] {
  const scope = flow === null ? 'company' : 'flow';
  return Object.fromEntries(
    Object.keys(namesOf(inquiry.book)).flatMap((name) => {
      const entry = inquiry.book.entries.get(name);
      return entry !== undefined && scopeOf(entry) === scope
        ? [[name, toldFact(inquiry.value(name, flow))]]
        : [];
    }),
  );
}

const knownNames = new WeakMap<LawBook, LawResult['names']>();

/** What every name means that a rule looks at, and what it rests on. */
export function namesOf(book: LawBook): LawResult['names'] {
  const known = knownNames.get(book) ?? describeNames(book);
  knownNames.set(book, known);
  return known;
}

function describeNames(book: LawBook): LawResult['names'] {
  const used = new Set(
    lawFormulas(book.regimes, book.gapTable).flatMap((formula) => namesIn(book.read(formula))),
  );
  return Object.fromEntries(
    [...book.entries]
      .filter(([name, { kind }]) => used.has(name) || !['company', 'flow'].includes(kind))
      .map(([name, entry]) => {
        const formulas = formulasOf(entry);
        return [
          name,
          {
            label: labelOf(entry),
            unit: unitOf(entry),
            kind: entry.kind,
            scope: scopeOf(entry),
            formula: formulas.length === 0 ? null : formulas.join(' where '),
            from: [...new Set(formulas.flatMap((formula) => namesIn(book.read(formula))))],
          },
        ];
      }),
  );
}

function formulasOf(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'definition':
      return [entry.formula];
    case 'total':
      return entry.of === null ? [entry.where] : [entry.of, entry.where];
    case 'rule':
      return [entry.rule.when];
    default:
      return [];
  }
}

function labelOf(entry: Entry): string {
  if (entry.kind === 'rule') return entry.rule.title;
  return entry.kind === 'definition' ? entry.label : entry.type.label;
}

function unitOf(entry: Entry): string {
  if (entry.kind === 'rule') return 'yes-no';
  return entry.kind === 'definition' ? '' : entry.type.unit;
}
