import columns from '../../models/flow-words/columns.json' with { type: 'json' };
import places from '../../models/flow-words/places.json' with { type: 'json' };
import words from '../../models/flow-words/words.json' with { type: 'json' };
import type {
  Control,
  DataKind,
  ExportNeed,
  LegalBasis,
  Purpose,
  RecipientRole,
  Subjects,
} from './flow-words.ts';
import type { Flow } from './flow.ts';
import type { PlaceId } from './places.ts';

/** Other spellings of words: case, width, spaces and signs do not matter. */
export type Spellings<Word extends string> = Readonly<Record<Word, readonly string[]>>;

/**
 * What records of processing call the words of an inventory, in English and in both scripts of Chinese;
 * only what means the same as the word, or a part of it.
 */
export const spellings: {
  readonly columns: Spellings<keyof Flow>;
  readonly places: Spellings<PlaceId>;
  readonly data: Spellings<DataKind>;
  readonly purpose: Spellings<Purpose>;
  readonly subjects: Spellings<Subjects>;
  readonly legalBasis: Spellings<LegalBasis>;
  readonly exportNecessary: Spellings<ExportNeed>;
  readonly recipientRole: Spellings<RecipientRole>;
  readonly controls: Spellings<Control>;
  /** A lone x is left out: it crosses out as often as it ticks. */
  readonly yesNo: Spellings<'yes' | 'no'>;
  /**
   * `open` stands in cells that nobody has answered. A `foreignLegalBasis` is one of another law, which
   * the mainland's does not know: which one there is stays open.
   */
  readonly unanswered: Spellings<'open' | 'foreignLegalBasis'>;
} = { ...words, columns, places };
