import type { Origin } from './merged-places.ts';
import type { ScenarioFile, ScenarioPlaces } from './merge-scenarios.ts';
import { childPointer } from './pointer.ts';
import { isByPosture, isStated } from './value-form.ts';
import type { ByPosture, StatedValue, Value } from './value-form.ts';

const statedFields = ['times', 'source', 'note'] as const;

/**
 * Lays a value over one that it extends. Where both are by posture, postures are replaced one by
 * one, and multiplier, source and note stay unless given anew; any other value is replaced whole.
 */
export function mergeValue(
  base: Value,
  over: Value,
  pointer: string,
  file: ScenarioFile,
  places: ScenarioPlaces,
): Value {
  const lower = byPostureOf(base);
  const upper = byPostureOf(over);
  if (lower === null || upper === null) {
    places.set(pointer, { file, pointer });
    return over;
  }

  const stated = isStated(base) || isStated(over);
  const inner = stated ? `${pointer}/value` : pointer;
  // Origins of what stays, read before the value as a whole is said to come from the upper file.
  const origins: [string, Origin<ScenarioFile>][] = [];
  for (const posture of Object.keys(lower.postures)) {
    origins.push([
      childPointer(inner, posture),
      places.originOf(childPointer(`${pointer}${lower.under}`, posture)),
    ]);
  }
  for (const posture of Object.keys(upper.postures)) {
    origins.push([
      childPointer(inner, posture),
      { file, pointer: childPointer(`${pointer}${upper.under}`, posture) },
    ]);
  }
  for (const field of statedFields) {
    const at = `${pointer}/${field}`;
    if (isStated(over) && over[field] !== undefined) origins.push([at, { file, pointer: at }]);
    else if (isStated(base) && base[field] !== undefined) origins.push([at, places.originOf(at)]);
  }
  places.set(pointer, { file, pointer });
  if (stated) places.set(inner, { file, pointer: `${pointer}${upper.under}` });
  for (const [at, origin] of origins) places.set(at, origin);

  const postures: ByPosture = { ...lower.postures, ...upper.postures };
  if (!stated) return postures;
  const merged: StatedValue = {
    ...(isStated(base) ? base : {}),
    ...(isStated(over) ? over : {}),
    value: postures,
  };
  return merged;
}

function byPostureOf(
  value: Value,
): { readonly postures: ByPosture; readonly under: '' | '/value' } | null {
  if (isStated(value)) {
    return isByPosture(value.value) ? { postures: value.value, under: '/value' } : null;
  }
  return isByPosture(value) ? { postures: value, under: '' } : null;
}
