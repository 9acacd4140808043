import { quoted, wordList } from './describe.ts';
import type { Issue } from './issue.ts';
import { nearest } from './near-miss.ts';
import type { Places } from './source.ts';

/** Gathers problems of one file, or of one merged chain of files. */
export class IssueCollector {
  readonly all: Issue[] = [];
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  /** Whether there are more problems than anyone would read, so that looking for more is in vain. */
  get full(): boolean {
    return this.all.length >= 400;
  }

  get hasErrors(): boolean {
    return this.all.some((issue) => issue.severity === 'error');
  }

  error(code: string, pointer: string, message: string): void {
    this.all.push({ code, severity: 'error', pointer, message, ...this.#places.locate(pointer) });
  }

  warning(code: string, pointer: string, message: string): void {
    this.all.push({ code, severity: 'warning', pointer, message, ...this.#places.locate(pointer) });
  }

  /** An error if there is something to say. */
  maybe(code: string, pointer: string, message: string | null): void {
    if (message !== null) this.error(code, pointer, message);
  }

  /** An error unless the name is one of those known; returns whether it is. */
  reference(kind: string, name: string, known: readonly string[], pointer: string): boolean {
    if (known.includes(name)) return true;
    const near = nearest(name, known);
    const help =
      near !== null
        ? `did you mean "${near}"?`
        : known.length === 0
          ? `none is given`
          : `known are ${wordList(known)}`;
    this.error(`${kind}-unknown`, pointer, `there is no ${kind} ${quoted(name)}; ${help}`);
    return false;
  }
}
