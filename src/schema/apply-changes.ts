import { childPointer, pointerKeys } from './pointer.ts';
import type { Issue } from './issue.ts';
import type { LoadedScenario } from './load-scenario.ts';
import type { Loaded } from './loaded.ts';
import { sameValue } from './same-value.ts';
import type { Places } from './source.ts';
import { validate } from './validate.ts';
import { valuePointers } from './value-pointers.ts';
import { valueSchema } from './value.ts';
import type { Value } from './value-form.ts';

/** What a person has changed in a scenario: whole values of inputs, by name. */
export interface Changes {
  readonly inputs: Readonly<Record<string, Value>>;
}

export const noChanges: Changes = { inputs: {} };

/** What stands for a file where a value was changed by hand. */
export const changesFile = 'your changes';

/**
 * Lays changes over a loaded scenario. A changed value is in the currency of the value that it
 * takes the place of, HK$ for a default of the model. Each value is checked as one of a file is.
 */
export function applyChanges(loaded: LoadedScenario, changes: Changes): Loaded<LoadedScenario> {
  const given = loaded.scenario.inputs ?? {};
  const changed = Object.entries(changes.inputs).filter(
    ([name, value]) => !Object.hasOwn(given, name) || !sameValue(given[name], value),
  );
  if (changed.length === 0) return { value: loaded, issues: [], places: loaded.places };

  const names = new Set(changed.map(([name]) => name));
  const isChanged = (pointer: string): boolean => {
    const [first, name] = pointerKeys(pointer);
    return first === 'inputs' && name !== undefined && names.has(name);
  };
  const places: Places = {
    locate: (pointer, offset) =>
      isChanged(pointer)
        ? { file: changesFile, line: 0, column: 0 }
        : loaded.places.locate(pointer, offset),
  };
  const issues: Issue[] = changed.flatMap(([name, value]) => {
    const at = childPointer('/inputs', name);
    const own: Places = { locate: () => places.locate(at) };
    return validate(valueSchema, value, own).issues.map((issue) => ({
      ...issue,
      pointer: `${at}${issue.pointer}`,
    }));
  });
  if (issues.length > 0) return { value: null, issues, places };
  return {
    places,
    issues: [],
    value: {
      ...loaded,
      places,
      scenario: { ...loaded.scenario, inputs: { ...given, ...Object.fromEntries(changed) } },
      currencyOf: (pointer) => {
        const name = pointerKeys(pointer)[1];
        if (name === undefined || !isChanged(pointer)) return loaded.currencyOf(pointer);
        const at = childPointer('/inputs', name);
        const before = Object.hasOwn(given, name) ? given[name] : undefined;
        if (before === undefined) return 'HKD';
        return loaded.currencyOf(valuePointers(before, at)[0] ?? at);
      },
      fileOf: (pointer) => (isChanged(pointer) ? changesFile : loaded.fileOf(pointer)),
    },
  };
}
