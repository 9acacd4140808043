import type * as v from 'valibot';
import { didYouMean } from './near-miss.ts';
import { describe, quoted, wordList } from './describe.ts';
import { looksLikePercentile } from './looks-like-percentile.ts';
import { childPointer } from './pointer.ts';

/** Where problems are told; full after more than anyone would read. */
export interface Report {
  readonly full: boolean;
  add(code: string, pointer: string, message: string): void;
}

/** The parts of valibot's schemas that are looked into. */
interface SchemaParts {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly items?: readonly v.GenericSchema[];
  readonly item?: v.GenericSchema;
  readonly value?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly getter?: (input: unknown) => v.GenericSchema;
}

/**
 * Finds every key that a schema does not know, and every list in the place of an object.
 * valibot tells of the first unknown key only, and takes a list for an object.
 */
export function checkKeys(
  schema: v.GenericSchema,
  value: unknown,
  pointer: string,
  report: Report,
): void {
  const parts = schema as unknown as SchemaParts;
  if (parts.wrapped !== undefined) return checkKeys(parts.wrapped, value, pointer, report);
  if (parts.getter !== undefined) return checkKeys(parts.getter(value), value, pointer, report);
  if (typeof value !== 'object' || value === null) return;

  const wantsObject =
    parts.type === 'strict_object' || parts.type === 'loose_object' || parts.type === 'record';
  if (Array.isArray(value)) {
    if (wantsObject) {
      report.add('type', pointer, `an object { } should stand here; found ${describe(value)}`);
      return;
    }
    for (const [index, member] of value.entries()) {
      if (report.full) return;
      const item = parts.item ?? parts.items?.[index];
      if (item !== undefined) checkKeys(item, member, childPointer(pointer, index), report);
    }
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (report.full) return;
    const at = childPointer(pointer, key);
    const known = parts.entries !== undefined && Object.hasOwn(parts.entries, key);
    const inner = known ? parts.entries?.[key] : parts.type === 'record' ? parts.value : undefined;
    if (inner !== undefined) checkKeys(inner, member, at, report);
    else if (parts.type === 'strict_object') {
      report.add('unknown-name', at, unknownKey(key, parts.entries ?? {}));
    }
  }
}

function unknownKey(key: string, entries: Readonly<Record<string, v.GenericSchema>>): string {
  const known = Object.keys(entries);
  if (key === 'times' && known.includes('value')) {
    return 'a multiplier belongs to the whole input: { "value": { ..one for each posture.. }, "times": .. }';
  }
  if (looksLikePercentile(key) && known.some(looksLikePercentile)) {
    const end = Number(key.slice(1)) === 0 ? 'min' : Number(key.slice(1)) === 100 ? 'max' : null;
    return end === null || !known.includes(end)
      ? `${quoted(key)} is not a percentile; p1 to p99 are, and p0.1, p0.5, p2.5, p97.5, p99.5, p99.9`
      : `${quoted(key)} is not a percentile; the ${end === 'min' ? 'least' : 'greatest'} value that can be is ${quoted(end)}`;
  }
  const home = known.find((name) => holds(entries[name], key));
  if (home !== undefined) return `${quoted(key)} is not known here; it belongs in "${home}": { }`;
  const near = didYouMean(key, known);
  if (near !== '') return `${quoted(key)} is not known here${near}`;
  const plain = known.filter((name) => !looksLikePercentile(name));
  return `${quoted(key)} is not known here; known are ${wordList(plain, 24)}`;
}

function holds(schema: v.GenericSchema | undefined, key: string): boolean {
  const parts = schema as unknown as SchemaParts | undefined;
  if (parts?.wrapped !== undefined) return holds(parts.wrapped, key);
  return (
    parts?.type === 'strict_object' &&
    parts.entries !== undefined &&
    Object.hasOwn(parts.entries, key)
  );
}
