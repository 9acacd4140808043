import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import { makeDistribution } from '../numeric/distributions/standardise.ts';
import { briefFormulas } from './brief-formulas.ts';
import type { Briefing, InputBriefing, Sketch } from './briefing.ts';
import type { LoadedScenario } from './load-scenario.ts';
import type { Model, ModelInput } from './model.ts';
import { childPointer } from './pointer.ts';
import type { ResolvedScenario } from './resolved.ts';
import type { Scenario } from './scenario.ts';
import { sameValue } from './same-value.ts';
import { specOf } from './spec-of.ts';
import { isByPosture, isByYear, isDistribution, isPercentiles, isStated } from './value-form.ts';
import type { Value } from './value-form.ts';
import { valuePointers } from './value-pointers.ts';

export interface BriefingSource {
  readonly model: Model;
  /** As the files say it. */
  readonly base: LoadedScenario;
  /** With what was changed. */
  readonly loaded: LoadedScenario;
  readonly resolved: ResolvedScenario;
  /** What the law sets where the scenario gives no value, in HK$. */
  readonly byLaw?: Readonly<Record<string, Value>>;
}

/** What people need to know of a scenario in order to change it. */
export function briefScenario({
  model,
  base,
  loaded,
  resolved,
  byLaw = {},
}: BriefingSource): Briefing {
  const { law } = loaded.scenario;
  const leftToLaw =
    law === base.scenario.law || !Array.isArray(law?.derive) ? [] : (law?.derive ?? []);
  const inputs = Object.entries(model.inputs).map(([name, input]): InputBriefing => {
    const at = childPointer('/inputs', name);
    const own = ({ inputs: given = {} }: Pick<Scenario, 'inputs'>): Value => {
      const set = Object.hasOwn(byLaw, name) ? byLaw[name] : undefined;
      return (Object.hasOwn(given, name) ? given[name] : undefined) ?? set ?? input.default;
    };
    // What a person has left to the law has no value of the scenario to go back to.
    const isOfScenario =
      Object.hasOwn(base.scenario.inputs ?? {}, name) && !leftToLaw.includes(name);
    const [value, before] = [own(loaded.scenario), own(isOfScenario ? base.scenario : {})];
    const isMoney = (input.unit ?? '').split('/').some((word) => word.trim() === 'HKD');
    const from = isOfScenario ? 'scenario' : Object.hasOwn(byLaw, name) ? 'law' : 'model';
    const currency =
      from === 'scenario' ? base.currencyOf(valuePointers(before, at)[0] ?? at) : 'HKD';
    const rate = isMoney ? (resolved.exchangeRates[currency] ?? 1) : 1;
    return {
      name,
      label: input.label,
      help: input.help ?? '',
      unit: input.choices === undefined ? (input.unit ?? '') : '',
      group: input.group,
      by: input.by,
      perEvent: input.per === 'event',
      choices: input.choices ?? null,
      range: rangeOf(input, rate),
      value,
      base: before,
      changed: !sameValue(value, before),
      from,
      currency: isMoney ? currency : null,
      source: resolved.inputs[name]?.source ?? null,
      note: resolved.inputs[name]?.note ?? null,
      evidence: input.evidence,
      sketches: Object.fromEntries(sketchesOf(value, '')),
    };
  });
  const profileOf = ({ company, flows }: Scenario) => ({
    company: company ?? null,
    flows: flows ?? null,
  });
  const labelled = (named: Readonly<Record<string, { readonly label: string }>>) =>
    Object.entries(named).map(([id, { label }]) => ({ id, label }));
  return {
    model: { id: model.id, version: model.version, title: model.title },
    scenario: { name: resolved.name, description: resolved.description },
    postures: resolved.postures,
    years: resolved.years,
    groups: labelled(model.groups),
    inputs,
    formulas: briefFormulas(model, resolved.lines),
    ratios: Object.fromEntries(
      Object.entries(model.ratios).map(([name, { help = '', numerator, denominator }]) => [
        name,
        { help, numerator, denominator },
      ]),
    ),
    profile: {
      ...profileOf(loaded.scenario),
      base: profileOf(base.scenario),
      currency: loaded.currencyOf('/company/turnover'),
    },
    correlations: base.scenario.correlations ?? [],
  };
}

function rangeOf({ range }: ModelInput, rate: number): InputBriefing['range'] {
  return range === undefined ? null : [range[0] / rate, range[1] / rate];
}

function sketchesOf(value: Value, pointer: string): readonly (readonly [string, Sketch])[] {
  if (typeof value !== 'object') return [];
  if (isDistribution(value) || isPercentiles(value)) return [[pointer, sketchOf(specOf(value))]];
  if (isByYear(value)) {
    return value.values.flatMap((each, year) => sketchesOf(each, `${pointer}/values/${year}`));
  }
  if (isStated(value)) {
    const { times } = value;
    return [
      ...sketchesOf(value.value, `${pointer}/value`),
      ...(times === undefined ? [] : sketchesOf(times, `${pointer}/times`)),
    ];
  }
  if (!isByPosture(value)) return [];
  return Object.entries(value).flatMap(([posture, each]) =>
    sketchesOf(each, childPointer(pointer, posture)),
  );
}

const sketches = new Map<string, Sketch>();
const mostSketches = 200;

function sketchOf(spec: DistributionSpec): Sketch {
  const key = JSON.stringify(spec);
  const known = sketches.get(key);
  if (known !== undefined) return known;
  const distribution = makeDistribution(spec);
  const sketch: Sketch = {
    quantiles: Array.from({ length: 50 }, (_, index) => distribution.quantile((index + 0.5) / 50)),
    mean: Number.isFinite(distribution.mean) ? distribution.mean : null,
  };
  if (sketches.size >= mostSketches) sketches.clear();
  sketches.set(key, sketch);
  return sketch;
}
