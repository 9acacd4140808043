import { wordList } from './describe.ts';
import { expandValue } from './expand-value.ts';
import { IssueCollector } from './issue-collector.ts';
import type { LoadedScenario } from './load-scenario.ts';
import type { Model, ModelInput } from './model.ts';
import { childPointer } from './pointer.ts';
import type { ComingLaw } from './coming-law.ts';
import { noComingLaw } from './coming-law.ts';
import type { LaterCells, ResolvedInput } from './resolved.ts';
import type { ResolvedPosture } from './resolve-postures.ts';
import type { Value } from './value-form.ts';
import { valuePointers } from './value-pointers.ts';

interface Setting {
  readonly postures: readonly ResolvedPosture[];
  readonly years: number;
  readonly exchangeRates: Readonly<Record<string, number>>;
}

/** Every input of the model with the scenario's value for it, or what the law sets, or its default. */
export function resolveInputs(
  model: Model,
  loaded: LoadedScenario,
  setting: Setting,
  issues: IssueCollector,
  derived: Readonly<Record<string, Value>> = {},
  { later }: ComingLaw = noComingLaw,
): Readonly<Record<string, ResolvedInput>> {
  const given = loaded.scenario.inputs ?? {};
  const known = Object.keys(model.inputs);
  for (const name of Object.keys(given)) {
    if (issues.full) break;
    issues.reference('input', name, known, childPointer('/inputs', name));
  }

  const lacking: string[] = [];
  const resolved: Record<string, ResolvedInput> = {};
  for (const [name, input] of Object.entries(model.inputs)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const pointer = childPointer('/inputs', name);
    const one =
      value === undefined
        ? withoutScenario(name, input, setting, derived, later[name])
        : fromScenario(name, input, value, pointer, loaded, setting, issues);
    if (one !== null) resolved[name] = one;
    else if (value === undefined) lacking.push(name);
  }
  if (lacking.length > 0) {
    const message = `the postures of this scenario have no value for ${wordList(lacking, 8)}; add "like": "${setting.postures[0]?.id ?? ''}" to take those of another posture, or give values`;
    issues.error('missing', '/postures', message);
  }
  return resolved;
}

function withoutScenario(
  name: string,
  input: ModelInput,
  setting: Setting,
  derived: Readonly<Record<string, Value>>,
  later: ComingLaw['later'][string] = [],
): ResolvedInput | null {
  const byLaw = Object.hasOwn(derived, name) ? derived[name] : undefined;
  const pointer = `${childPointer('/inputs', name)}/default`;
  // Problems of a default stand in the model file and were told when it was read; a posture without a value was not.
  const own = new IssueCollector({ locate: () => ({ file: '', line: 0, column: 0 }) });
  const expand = (value: Value) =>
    expandValue(value, pointer, { name, input, ...setting, factor: 1, issues: own });
  const expanded = expand(byLaw ?? input.default);
  if (expanded === null) return null;
  const from = byLaw === undefined ? 'model' : 'law';
  const once = later.flatMap(({ changes, value }): readonly LaterCells[] => {
    const cells = expand(value)?.cells;
    return cells === undefined ? [] : [{ changes, cells }];
  });
  return {
    ...expanded,
    ...(once.length === 0 ? {} : { later: once }),
    currencyFactor: 1,
    pointer,
    from,
  };
}

function fromScenario(
  name: string,
  input: ModelInput,
  value: Value,
  pointer: string,
  loaded: LoadedScenario,
  setting: Setting,
  issues: IssueCollector,
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
    issues.error(
      'currency',
      pointer,
      `there is no exchange rate for ${currency}; add "exchangeRates": { "${currency}": .. }`,
    );
    return null;
  }
  const expanded = expandValue(value, pointer, { name, input, ...setting, factor, issues });
  return expanded === null
    ? null
    : { ...expanded, currencyFactor: factor, pointer, from: 'scenario' };
}
