/** A word of the inventory that a text stands for; `isOwn` where it is that word, and not another spelling. */
export interface KnownWord<Word extends string> {
  readonly word: Word;
  readonly isOwn: boolean;
}

/** Finds the word that a text stands for, or null. */
export type FindWord<Word extends string> = (text: string) => KnownWord<Word> | null;

/** A text without what does not tell words apart: case, width, spaces and signs. */
export function bareWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_.,'’"/()&·•*:-]+/g, '');
}

/** Knows some words, each also by its other spellings. */
export function wordFinder<Word extends string>(
  words: readonly Word[],
  spellings: Readonly<Partial<Record<Word, readonly string[]>>>,
): FindWord<Word> {
  const known = new Map<string, KnownWord<Word>>();
  for (const word of words)
    for (const spelling of spellings[word] ?? [])
      known.set(bareWord(spelling), { word, isOwn: false });
  // A word itself is never another one.
  for (const word of words) known.set(bareWord(word), { word, isOwn: true });
  return (text) => known.get(bareWord(text)) ?? null;
}
