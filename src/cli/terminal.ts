/** How far a run is. */
export interface Progress {
  /** From 0 to 1. */
  readonly share: number;
  readonly trials: number;
}

/**
 * Where a command's answer and its remarks go. Whatever names and texts of files are in them, only
 * line ends and the terminal's own bold and faint type reach it; everything else that is not to be
 * seen is written out, such as \u001b.
 */
export interface Terminal {
  /** Colours and bold type may be used on stdout. */
  readonly styled: boolean;
  /** Says on stdout; settled once it is taken, and rejected with a `CommandStop` where it cannot be. */
  answer(text: string): Promise<void>;
  /** Says on stderr. */
  remark(text: string): void;
  /** Shows how far a run is, to whoever watches; null when it is over. */
  progress(run: Progress | null): void;
  /**
   * Begins the file that --out names, one at a time. What was there before stays until `finish`, also
   * where that never comes. These three are rejected with a `CommandStop` where it cannot be written.
   */
  begin(out: string): Promise<void>;
  /** Goes on with the file. */
  part(content: string | Uint8Array): Promise<void>;
  /** Puts the file in its place. */
  finish(): Promise<void>;
}
