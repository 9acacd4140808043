import type fc from 'fast-check';

/** One reader of what comes from outside, and what may be fed to it. */
export interface FuzzTarget {
  readonly name: string;
  /** Inputs as text; bytes are a letter each. */
  readonly inputs: fc.Arbitrary<string>;
  /**
   * Feeds one input; 'accepted' where it was taken for good. Throws where what must always hold did
   * not: nothing but a refusal in words, no figure that is not a number, no yes that a run then denies.
   */
  readonly feed: (input: string) => Promise<Verdict> | Verdict;
}

export type Verdict = 'accepted' | 'refused';
