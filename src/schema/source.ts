/** Where a value of a parsed file stands in its text. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** Finds places in the file, or files, that a value was read from. */
export interface Places {
  /**
   * The place of the value at a JSON pointer, or of its nearest existing parent.
   * With `offset`, the place of that character inside a string value (0 is its first character).
   */
  locate(pointer: string, offset?: number): Place;
}
