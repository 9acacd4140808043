import { leavesOf } from './edit-value.ts';
import { isByPosture, isByYear, isStated } from './value-form.ts';
import type { ByPosture, ByYear, Provenance, Quantity, StatedValue, Value } from './value-form.ts';

/** Whether a value has one part for each posture, or for each year. */
export function variesBy(value: Value, axis: 'posture' | 'year'): boolean {
  return leavesOf(value).some((leaf) => leaf[axis] !== null);
}

/** A value with its own part for each posture, the same for all at first. Source, note and multiplier stay. */
export function byPosture(value: Value, postures: readonly string[]): Value {
  if (variesBy(value, 'posture')) return value;
  return spread(value, (part) =>
    Object.fromEntries(postures.map((id): [string, Quantity | ByYear] => [id, part])),
  );
}

/** A value with its own part for each year, the same for all at first, within each posture that has one. */
export function byYear(value: Value, years: number): Value {
  if (variesBy(value, 'year')) return value;
  return spread(value, (part) =>
    isByYear(part) ? part : { by: 'year', values: Array.from({ length: years }, () => part) },
  );
}

function spread(
  value: Value,
  over: (part: Quantity | ByYear) => ByYear | ByPosture,
): StatedValue | ByYear | ByPosture {
  if (isByPosture(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([id, part]) => [id, spread(part, over) as ByYear | StatedValue]),
    );
  }
  if (isStated(value)) {
    const inner = spread(value.value, over);
    return isStated(inner)
      ? { ...inner, ...value, value: inner.value }
      : { ...value, value: inner };
  }
  const [part, said] = withoutProvenance(value);
  return Object.keys(said).length === 0 ? over(part) : { value: over(part), ...said };
}

function withoutProvenance(
  part: Quantity | ByYear,
): readonly [part: Quantity | ByYear, said: Provenance] {
  if (typeof part !== 'object') return [part, {}];
  const { source, note, ...rest } = part as ByYear;
  const said = {
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  };
  return [rest, said];
}
