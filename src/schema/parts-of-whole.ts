import * as v from 'valibot';

/** A count that is part of another one of the same object. */
export interface PartOfWhole {
  readonly part: string;
  readonly whole: string;
}

/**
 * Refuses counts that are more than what they are part of: a column or a field that was mistaken for
 * another would change what a law asks, and cutting them off would hide it. Told at the part.
 */
export function partsOfWhole<T extends Record<string, unknown>>(parts: readonly PartOfWhole[]) {
  return v.rawCheck<T>(({ addIssue, dataset }) => {
    if (!dataset.typed) return;
    const counts = new Map<string, unknown>(Object.entries(dataset.value));
    for (const { part, whole } of parts) {
      const [own, all] = [counts.get(part), counts.get(whole)];
      if (typeof own !== 'number' || typeof all !== 'number' || own <= all) continue;
      addIssue({
        input: own,
        message: `it is part of "${whole}", which is ${all}, and cannot be more`,
        path: [{ type: 'object', origin: 'value', input: dataset.value, key: part, value: own }],
      });
    }
  });
}
