import type { Node } from 'jsonc-parser';
import { quoted } from './describe.ts';
import type { DocumentPlaces } from './document-places.ts';
import type { Issue } from './issue.ts';
import { childPointer } from './pointer.ts';

/** Longest text that a value may hold, and longest name. */
export const longestText = 20_000;
const longestName = 200;

// As keys of an ordinary object these would reach its prototype.
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/** Turns a syntax tree, known not to be deep, into plain values; what cannot be kept is an issue. */
export function buildValue(
  tree: Node,
  places: DocumentPlaces,
): { readonly value: unknown; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const report = (code: string, offset: number, pointer: string, message: string) => {
    issues.push({ code, severity: 'error', pointer, message, ...places.at(offset) });
  };

  const build = (node: Node, pointer: string): unknown => {
    if (node.type === 'object') return buildObject(node, pointer);
    if (node.type === 'array') {
      return (node.children ?? []).map((item, index) => build(item, childPointer(pointer, index)));
    }
    const value: unknown = node.value;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      report('number-too-large', node.offset, pointer, 'this number is too large to compute with');
    }
    if (typeof value === 'string' && value.length > longestText) {
      const message = `this text has ${value.length} characters; at most ${longestText} are read`;
      report('text-too-long', node.offset, pointer, message);
    }
    return value;
  };

  const buildObject = (node: Node, pointer: string): Record<string, unknown> => {
    const object: Record<string, unknown> = {};
    const firstAt = new Map<string, number>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      const name: unknown = key?.value;
      if (key === undefined || value === undefined || typeof name !== 'string') continue;
      if (forbiddenNames.has(name) || name.length > longestName) {
        const why = forbiddenNames.has(name) ? 'may not be used as a name' : 'is too long a name';
        report('name-forbidden', key.offset, pointer, `${quoted(name)} ${why}`);
        continue;
      }
      const first = firstAt.get(name);
      if (first !== undefined) {
        const { line, column } = places.at(first);
        const message = `${quoted(name)} is given twice, first at line ${line}, column ${column}; keep one of them`;
        report('duplicate', key.offset, childPointer(pointer, name), message);
        continue;
      }
      firstAt.set(name, key.offset);
      object[name] = build(value, childPointer(pointer, name));
    }
    return object;
  };

  return { value: build(tree, ''), issues };
}
