import type { ColumnKind, FlowColumn } from './flow-columns.ts';
import { noneWord } from './flow-columns.ts';
import { spellings } from './flow-spellings.ts';
import { bareWord } from './known-word.ts';
import type { FindWord } from './known-word.ts';

/** A cell of words as it was read. */
export interface CellRead {
  /** As in a scenario; undefined where nothing is said. What is not known is left for the check to tell. */
  readonly value: unknown;
  /** Texts that were taken for a word of the inventory, with that word. */
  readonly taken: readonly (readonly [text: string, word: string])[];
  /** Why the cell is left open though it holds a text; null where it is not. */
  readonly left: string | null;
  /** What is wrong with it, other than a word that is not known; null where nothing is. */
  readonly problem: string | null;
}

const nothingRead: CellRead = { value: undefined, taken: [], left: null, problem: null };
const noneWords = new Set([noneWord, 'nil', '无', '無', '没有', '沒有']);
const foreign = new Set(spellings.unanswered.foreignLegalBasis.map(bareWord));
const open = new Set(spellings.unanswered.open);

/** Marks between the words of a list, those that are never part of a word first. */
const separators: readonly RegExp[] = [
  /[\n\r;|\u3001\uff1b]+/,
  /[,\uff0c]+/,
  /[/\uff0f&+]+|\band\b|和|及/,
];

/** Reads a cell that holds text, a word, several words or yes or no. */
export function readCell(column: FlowColumn, cell: string, kind: ColumnKind): CellRead {
  // A text that begins as a formula does gets an apostrophe from careful writers.
  const text = cell.trim().replace(/^'(?=[=+\-@])/, '');
  if (text === '') return nothingRead;
  if ((column === 'after' || column === 'accessedFrom') && noneWords.has(text.toLowerCase()))
    return { ...nothingRead, value: column === 'after' ? '' : [] };
  if (kind.kind === 'text' || kind.kind === 'number') return { ...nothingRead, value: text };
  if (kind.find(text) === null && open.has(text.toLowerCase().normalize('NFKC')))
    return { ...nothingRead, left: 'which answers nothing' };
  if (column === 'legalBasis' && foreign.has(bareWord(text)))
    return { ...nothingRead, left: 'which is no basis under mainland law' };
  if (kind.kind === 'words') return readWords(text, kind.find);
  const known = kind.find(text);
  if (kind.kind === 'yes-no')
    return {
      ...nothingRead,
      value: known === null ? text : known.word === 'yes',
      // Ticks, and y or 1 for yes, need no explaining.
      taken: [],
    };
  if (known !== null) return { ...nothingRead, value: known.word, taken: takenOf(text, known) };
  const several = piecesOf(text, kind.find).filter((piece) => kind.find(piece) !== null);
  const problem =
    several.length > 1 ? `holds ${several.length} answers; write a row for each` : null;
  return { ...nothingRead, value: asWord(text), problem };
}

function readWords(text: string, find: FindWord<string>): CellRead {
  const taken: (readonly [string, string])[] = [];
  const words = piecesOf(text, find).map((piece) => {
    const known = find(piece);
    if (known === null) return asWord(piece);
    taken.push(...takenOf(piece, known));
    return known.word;
  });
  return { ...nothingRead, value: [...new Set(words)], taken };
}

function takenOf(
  text: string,
  { isOwn, word }: { readonly isOwn: boolean; readonly word: string },
): CellRead['taken'] {
  return isOwn ? [] : [[text, word]];
}

/** The words of a list: cut at one kind of mark after the other, until each is known. */
function piecesOf(text: string, find: FindWord<string>, level = 0): readonly string[] {
  const separator = separators[level];
  const piece = text.trim().replace(/^(?:[-*\u2022\u00b7\u2013]|\d+[.)\u3001])\s*/, '');
  if (separator === undefined || piece === '' || find(piece) !== null)
    return piece === '' ? [] : [piece];
  const pieces = piece.split(separator).flatMap((part) => piecesOf(part, find, level + 1));
  // A name that holds a weak mark and is not known is better told whole.
  const isBetter = level < 2 || pieces.every((part) => find(part) !== null);
  return isBetter ? pieces : [piece];
}

/** Words as they are known: `Hong Kong` is hong-kong. */
function asWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}
