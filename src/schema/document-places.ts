import type { Node } from 'jsonc-parser';
import { pointerKeys } from './pointer.ts';
import type { Place, Places } from './source.ts';
import type { TextPositions } from './text-positions.ts';

/** Finds places in one parsed file. */
export class DocumentPlaces implements Places {
  readonly #file: string;
  readonly #text: string;
  readonly #positions: TextPositions;
  readonly #root: Node | undefined;
  readonly #members = new WeakMap<Node, ReadonlyMap<string, Node>>();

  constructor(file: string, text: string, positions: TextPositions, root: Node | undefined) {
    this.#file = file;
    this.#text = text;
    this.#positions = positions;
    this.#root = root;
  }

  locate(pointer: string, offset?: number): Place {
    if (this.#root === undefined) return this.at(0);
    let node = this.#root;
    for (const key of pointerKeys(pointer)) {
      const child = this.#child(node, key);
      if (child === undefined) return this.at(node.offset);
      node = child;
    }
    if (offset === undefined || node.type !== 'string') return this.at(node.offset);
    return this.at(offsetInString(this.#text, node, offset));
  }

  /** The place of a character of the text. */
  at(offset: number): Place {
    return { file: this.#file, ...this.#positions.at(offset) };
  }

  #child(node: Node, key: string): Node | undefined {
    if (node.type === 'array') return /^\d+$/.test(key) ? node.children?.[Number(key)] : undefined;
    if (node.type !== 'object') return undefined;
    let members = this.#members.get(node);
    if (members === undefined) {
      members = membersOf(node);
      this.#members.set(node, members);
    }
    return members.get(key);
  }
}

function membersOf(object: Node): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>();
  for (const property of object.children ?? []) {
    const [name, value] = property.children ?? [];
    // The first of two equal names is the one that is kept as the value.
    if (typeof name?.value === 'string' && value !== undefined && !members.has(name.value)) {
      members.set(name.value, value);
    }
  }
  return members;
}

/** A character of a string value may be written as an escape of two or six characters. */
function offsetInString(text: string, node: Node, index: number): number {
  const end = node.offset + node.length - 1;
  let at = node.offset + 1;
  for (let passed = 0; passed < index && at < end; passed++) {
    if (text[at] !== '\\') at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return Math.min(at, end);
}
