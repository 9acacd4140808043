import { pointerKeys } from './pointer.ts';
import type { Place, Places } from './source.ts';

/** Where a value of a merged document was read: a file's places, and the pointer within that file. */
export interface Origin<File extends { readonly places: Places }> {
  readonly file: File;
  readonly pointer: string;
}

interface Branch<File extends { readonly places: Places }> {
  origin: Origin<File>;
  readonly children: Map<string, Branch<File>>;
}

/**
 * Places of a document merged from several files: a tree of origins as deep as the merge went.
 * What lies below the tree's tips was taken whole, so its pointer goes on in the file of the tip.
 */
export class MergedPlaces<File extends { readonly places: Places }> implements Places {
  readonly #root: Branch<File>;
  readonly #top: File;

  /** `lowest` is where everything comes from that is not set; `top` is the file that the whole is named after. */
  constructor(lowest: File, top: File) {
    this.#root = { origin: { file: lowest, pointer: '' }, children: new Map() };
    this.#top = top;
  }

  /** Says that the value at a pointer, with all that is in it, comes from `origin`. */
  set(pointer: string, origin: Origin<File>): void {
    const keys = pointerKeys(pointer);
    const last = keys.at(-1);
    if (last === undefined) return;
    let branch = this.#root;
    let passed = '';
    for (const key of keys.slice(0, -1)) {
      passed += pointer.slice(passed.length).match(/^\/[^/]*/)?.[0] ?? '';
      let child = branch.children.get(key);
      if (child === undefined) {
        child = { origin: this.originOf(passed), children: new Map() };
        branch.children.set(key, child);
      }
      branch = child;
    }
    branch.children.set(last, { origin, children: new Map() });
  }

  /** The file that a value was read from, and its pointer there. */
  originOf(pointer: string): Origin<File> {
    if (pointer === '') return { file: this.#top, pointer };
    let branch = this.#root;
    let rest = pointer;
    for (const key of pointerKeys(pointer)) {
      const child = branch.children.get(key);
      if (child === undefined) break;
      branch = child;
      rest = rest.slice(1 + (rest.slice(1).match(/^[^/]*/)?.[0].length ?? 0));
    }
    return { file: branch.origin.file, pointer: `${branch.origin.pointer}${rest}` };
  }

  locate(pointer: string, offset?: number): Place {
    const origin = this.originOf(pointer);
    return origin.file.places.locate(origin.pointer, offset);
  }
}
