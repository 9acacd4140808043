import { childPointer, pointerKeys } from './pointer.ts';
import { isByPosture, isByYear, isStated } from './value-form.ts';
import type { ByYear, Provenance, Quantity, StatedValue, Value } from './value-form.ts';

/** A number, word or distribution of a value: as much as a person changes at once. */
export interface Leaf {
  /** Its JSON pointer within the value; '' where the value is nothing else. */
  readonly pointer: string;
  readonly quantity: Quantity;
  /** Id of the posture that it is for; null where it is for all. */
  readonly posture: string | null;
  /** The year that it is for, from 1; null where it is for all. */
  readonly year: number | null;
  /** Whether it is the multiplier that all postures and years share. */
  readonly isMultiplier: boolean;
}

/** The leaves of a value in its own order, the multiplier last. */
export function leavesOf(value: Value): readonly Leaf[] {
  return leavesAt(value, { pointer: '', posture: null, year: null });
}

type Place = Pick<Leaf, 'pointer' | 'posture' | 'year'>;

function leavesAt(value: Value, place: Place): readonly Leaf[] {
  const { pointer } = place;
  if (isStated(value)) {
    const times = { ...place, pointer: `${pointer}/times`, isMultiplier: true };
    return [
      ...leavesAt(value.value, { ...place, pointer: `${pointer}/value` }),
      ...(value.times === undefined ? [] : [{ ...times, quantity: value.times }]),
    ];
  }
  if (isByYear(value)) {
    return value.values.flatMap((each, index) =>
      leavesAt(each, { ...place, pointer: `${pointer}/values/${index}`, year: index + 1 }),
    );
  }
  if (isByPosture(value)) {
    return Object.entries(value).flatMap(([posture, each]) =>
      leavesAt(each, { ...place, pointer: childPointer(pointer, posture), posture }),
    );
  }
  return [{ ...place, quantity: value, isMultiplier: false }];
}

/**
 * The value with another leaf at a pointer. Sources and notes stay: where a number takes the place
 * of a distribution that had its own, they move to the nearest place that can hold them.
 */
export function withLeaf(value: Value, pointer: string, leaf: Quantity): Value {
  return replaced(value, pointerKeys(pointer), leaf);
}

function replaced(value: Value, keys: readonly string[], leaf: Quantity): Value {
  const [key = '', ...inner] = keys;
  if (keys.length === 0) return withProvenance(leaf, provenanceOf(value));
  if (isStated(value) && (key === 'value' || key === 'times')) {
    const part = value[key];
    if (part === undefined) throw new RangeError(`a value has no ${key}`);
    const given = replaced(part, inner, leaf);
    if (!isStated(given)) return { ...value, [key]: given };
    return { ...value, [key]: given.value, ...joined(value, given) };
  }
  if (isByYear(value) && key === 'values') {
    const [index, ...rest] = inner;
    const part = value.values[Number(index)];
    if (part === undefined) throw new RangeError(`a value has no year ${String(index)}`);
    const given = replaced(part, rest, leaf);
    const values = value.values.map((each, year) =>
      year === Number(index) ? ((isStated(given) ? given.value : given) as Quantity) : each,
    );
    const changed: ByYear = { ...value, values };
    return isStated(given) ? { ...changed, ...joined(value, given) } : changed;
  }
  if (isByPosture(value) && Object.hasOwn(value, key)) {
    const part = value[key];
    if (part !== undefined)
      return { ...value, [key]: replaced(part, inner, leaf) as Quantity | ByYear | StatedValue };
  }
  throw new RangeError(`a value has nothing at ${key}`);
}

function provenanceOf(value: Value): Provenance {
  if (typeof value !== 'object' || isByPosture(value)) return {};
  const { source, note } = value as Provenance;
  return {
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  };
}

function withProvenance(leaf: Quantity, provenance: Provenance): Value {
  if (Object.keys(provenance).length === 0) return leaf;
  return typeof leaf === 'object'
    ? { ...leaf, ...provenance, ...provenanceOf(leaf) }
    : { value: leaf, ...provenance };
}

/** What both say, as a reader of the value as a whole is told it. */
function joined(outer: Provenance, inner: Provenance): Provenance {
  const both = (name: keyof Provenance): Provenance => {
    const said = [...new Set([outer[name], inner[name]])].filter((each) => each !== undefined);
    return said.length === 0 ? {} : { [name]: said.join('; ') };
  };
  return { ...both('source'), ...both('note') };
}
