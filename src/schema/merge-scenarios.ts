import { MergedPlaces } from './merged-places.ts';
import { mergeValue } from './merge-value.ts';
import { childPointer } from './pointer.ts';
import type { Currency, Scenario } from './scenario.ts';
import type { Places } from './source.ts';

/** One file of a chain of extensions. */
export interface ScenarioFile {
  readonly file: string;
  readonly scenario: Scenario;
  readonly places: Places;
  /** Its own currency, or that of the file which it extends. */
  readonly currency: Currency;
}

export type ScenarioPlaces = MergedPlaces<ScenarioFile>;

/** Parts whose members are replaced one by one; everything else is replaced whole. */
const mergedByMember = ['exchangeRates', 'postures', 'lines', 'run', 'company', 'law'] as const;

/** Lays the files of a chain over each other, the extended one lowest, and remembers what came from where. */
export function mergeScenarios(
  lowest: ScenarioFile,
  above: readonly ScenarioFile[],
): { readonly scenario: Scenario; readonly places: ScenarioPlaces } {
  const places = new MergedPlaces(lowest, above.at(-1) ?? lowest);
  let scenario = lowest.scenario;
  for (const file of above) scenario = mergeOver(scenario, file, places);
  return { scenario, places };
}

function mergeOver(base: Scenario, file: ScenarioFile, places: ScenarioPlaces): Scenario {
  const over = file.scenario;
  // Claims that a file restates are no claims of those that change its figures.
  const { restates: _restates, ...below } = base;
  const merged: Scenario = { ...below, ...over };
  const from = (pointer: string) => ({ file, pointer });
  for (const key of Object.keys(over)) {
    const whole =
      !(mergedByMember as readonly string[]).includes(key) &&
      key !== 'inputs' &&
      key !== 'correlations';
    if (whole) places.set(`/${key}`, from(`/${key}`));
  }
  for (const part of mergedByMember) {
    if (over[part] === undefined) continue;
    for (const name of Object.keys(over[part])) {
      const pointer = childPointer(`/${part}`, name);
      places.set(pointer, from(pointer));
    }
  }
  const exchangeRates = { ...base.exchangeRates, ...over.exchangeRates };
  const postures = { ...base.postures, ...over.postures };
  const lines = { ...base.lines, ...over.lines };
  const run = { ...base.run, ...over.run };
  // Whether there is a profile at all is a question that the law asks.
  const company = over.company && { ...base.company, ...over.company };
  const law = over.law && { ...base.law, ...over.law };
  return {
    ...merged,
    ...(company === undefined ? {} : { company }),
    ...(law === undefined ? {} : { law }),
    exchangeRates,
    postures,
    lines,
    run,
    inputs: mergeInputs(base, file, places),
    correlations: mergeCorrelations(base.correlations ?? [], file, places),
  };
}

function mergeInputs(
  base: Scenario,
  file: ScenarioFile,
  places: ScenarioPlaces,
): Scenario['inputs'] {
  const inputs = { ...base.inputs };
  // What the file leaves to the law is no longer what a lower file says.
  const derive = file.scenario.law?.derive;
  for (const name of Array.isArray(derive) ? derive : []) delete inputs[name];
  for (const [name, value] of Object.entries(file.scenario.inputs ?? {})) {
    const pointer = childPointer('/inputs', name);
    const lower = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (lower === undefined) {
      places.set(pointer, { file, pointer });
      inputs[name] = value;
    } else {
      inputs[name] = mergeValue(lower, value, pointer, file, places);
    }
  }
  return inputs;
}

type Correlations = NonNullable<Scenario['correlations']>;

function mergeCorrelations(
  base: Correlations,
  file: ScenarioFile,
  places: ScenarioPlaces,
): Correlations {
  const pair = ([a, b]: Correlations[number]) => JSON.stringify([a, b].sort());
  const over = file.scenario.correlations ?? [];
  const replaced = new Set(over.map(pair));
  const kept = base.flatMap((entry, index) =>
    replaced.has(pair(entry)) ? [] : [{ entry, index }],
  );
  const origins = [
    ...kept.map(({ index }) => places.originOf(`/correlations/${index}`)),
    ...over.map((_, index) => ({ file, pointer: `/correlations/${index}` })),
  ];
  for (const [index, origin] of origins.entries()) places.set(`/correlations/${index}`, origin);
  return [...kept.map(({ entry }) => entry), ...over];
}
