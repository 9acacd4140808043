import { expandValue } from './expand-value.ts';
import { IssueCollector } from './issue-collector.ts';
import type { LoadedScenario } from './load-scenario.ts';
import type { Model, ModelInput } from './model.ts';
import { childPointer } from './pointer.ts';
import type { ResolvedInput } from './resolved.ts';
import type { ResolvedPosture } from './resolve-postures.ts';
import { isByPosture, isStated } from './value-form.ts';
import type { Value } from './value-form.ts';

interface Setting {
  readonly postures: readonly ResolvedPosture[];
  readonly years: number;
  readonly exchangeRates: Readonly<Record<string, number>>;
}

/** Every input of the model with the scenario's value for it, or its default. */
export function resolveInputs(
  model: Model, loaded: LoadedScenario, setting: Setting, issues: IssueCollector,
): Readonly<Record<string, ResolvedInput>> {
  const given = loaded.scenario.inputs ?? {};
  const known = Object.keys(model.inputs);
  for (const name of Object.keys(given)) issues.reference('input', name, known, childPointer('/inputs', name));

  const resolved: Record<string, ResolvedInput> = {};
  for (const [name, input] of Object.entries(model.inputs)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const pointer = childPointer('/inputs', name);
    const one =
      value === undefined
        ? fromModel(name, input, setting, issues)
        : fromScenario(name, input, value, pointer, loaded, setting, issues);
    if (one !== null) resolved[name] = one;
  }
  return resolved;
}

function fromModel(name: string, input: ModelInput, setting: Setting, issues: IssueCollector): ResolvedInput | null {
  const pointer = `${childPointer('/inputs', name)}/default`;
  // Problems of a default stand in the model file and were told when it was read, all but the horizon's.
  const own = new IssueCollector({ locate: () => ({ file: '', line: 0, column: 0 }) });
  const expanded = expandValue(input.default, pointer, { name, input, ...setting, factor: 1, issues: own });
  if (expanded === null) {
    issues.error('missing', '/inputs', `${name} needs a value here; ${own.all[0]?.message ?? 'the default of the model does not fit'}`);
    return null;
  }
  return { ...expanded, currencyFactor: 1, pointer, from: 'model' };
}

function fromScenario(
  name: string, input: ModelInput, value: Value, pointer: string,
  loaded: LoadedScenario, setting: Setting, issues: IssueCollector,
): ResolvedInput | null {
  const money = (input.unit ?? '').split('/').some((word) => word.trim() === 'HKD');
  let currency = 'HKD';
  if (money) {
    const origins = valuePointers(value, pointer);
    const first = origins[0] ?? pointer;
    currency = loaded.currencyOf(first);
    const other = origins.find((at) => loaded.currencyOf(at) !== currency);
    if (other !== undefined) {
      const message = `${name} is in ${loaded.currencyOf(other)} here but in ${currency} in ${loaded.fileOf(first)}; give it for every posture in one file`;
      issues.error('currency-mixed', other, message);
      return null;
    }
  }
  const factor = setting.exchangeRates[currency];
  if (factor === undefined) {
    issues.error('currency', pointer, `there is no exchange rate for ${currency}; add "exchangeRates": { "${currency}": .. }`);
    return null;
  }
  const expanded = expandValue(value, pointer, { name, input, ...setting, factor, issues });
  return expanded === null ? null : { ...expanded, currencyFactor: factor, pointer, from: 'scenario' };
}

/** Pointers of the amounts in a value that may come from different files. */
function valuePointers(value: Value, pointer: string): readonly string[] {
  const inner = isStated(value) ? value.value : value;
  const at = isStated(value) ? `${pointer}/value` : pointer;
  return isByPosture(inner) ? Object.keys(inner).map((posture) => childPointer(at, posture)) : [at];
}
