import { spellings } from './flow-spellings.ts';
import {
  controls,
  dataKinds,
  exportNeeds,
  legalBases,
  purposes,
  recipientRoles,
  subjects,
} from './flow-words.ts';
import type { Flow } from './flow.ts';
import { wordFinder } from './known-word.ts';
import type { FindWord } from './known-word.ts';
import { placeIds } from './places.ts';

/** A column of an inventory, named as in a scenario. */
export type FlowColumn = keyof Flow;

/** How the cells of a column are read. */
export type ColumnKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'word' | 'words' | 'yes-no'; readonly find: FindWord<string> };

const text: ColumnKind = { kind: 'text' };
const number: ColumnKind = { kind: 'number' };
const yesNo: ColumnKind = { kind: 'yes-no', find: wordFinder(['yes', 'no'], spellings.yesNo) };
const findPlace = wordFinder(placeIds, spellings.places);
const place: ColumnKind = { kind: 'word', find: findPlace };
const word = (find: FindWord<string>): ColumnKind => ({ kind: 'word', find });
const words = (find: FindWord<string>): ColumnKind => ({ kind: 'words', find });

/** The columns of an inventory in the order of the template. */
export const columnKinds: Readonly<Record<FlowColumn, ColumnKind>> = {
  name: text,
  data: words(wordFinder(dataKinds, spellings.data)),
  purpose: word(wordFinder(purposes, spellings.purpose)),
  subjects: word(wordFinder(subjects, spellings.subjects)),
  subjectsIn: place,
  people: number,
  sensitivePeople: number,
  minors: number,
  under18: number,
  samePeopleAs: text,
  from: place,
  to: place,
  peopleAt: word(wordFinder(['from', 'to'], {})),
  processor: text,
  processorPlace: place,
  plugin: text,
  controlledFrom: place,
  collectedIn: place,
  accessedFrom: words(findPlace),
  sender: place,
  recipient: place,
  recipientRole: word(wordFinder(recipientRoles, spellings.recipientRole)),
  legalBasis: word(wordFinder(legalBases, spellings.legalBasis)),
  exportNecessary: word(wordFinder(exportNeeds, spellings.exportNecessary)),
  addsMainlandData: yesNo,
  onwardTo: place,
  after: text,
  importantData: yesNo,
  controls: words(wordFinder(controls, spellings.controls)),
};

/** The columns of an inventory in their usual order, for a template. */
export const flowColumns = Object.keys(columnKinds) as readonly FlowColumn[];

export const requiredColumns: readonly FlowColumn[] = [
  'name',
  'data',
  'purpose',
  'subjects',
  'subjectsIn',
  'people',
  'from',
  'to',
];

const findColumn = wordFinder(flowColumns, spellings.columns);

/** The column that a text of a header names; what stands in brackets at its end says nothing more. */
export const columnOf: FindWord<FlowColumn> = (head) =>
  findColumn(head) ?? findColumn(head.normalize('NFKC').replace(/\s*\([^()]*\)\s*$/, ''));

/** What stands in a cell whose answer is "none", as an empty cell is no answer. */
export const noneWord = 'none';
