import type { Columns } from '../engine/merge.ts';
import type { Compiled } from '../language/compile.ts';
import type { InputResult, Manifest, Result, Saving } from '../schema/result.ts';
import type { ResolvedInput } from '../schema/resolved.ts';
import { answerOf } from './answer.ts';
import { byYear } from './by-year.ts';
import { cheapestOf, differenceOf, leastOf, mostLikely, savingOf } from './compare.ts';
import { distributionsOf } from './distributions.ts';
import type { Bins } from './distributions.ts';
import { labelsOf } from './labels.ts';
import { paybackOf } from './payback.ts';
import { ratioOf } from './ratios.ts';
import { replicationOf } from './replicates.ts';
import { RunData } from './run-data.ts';
import type { RunIdentity } from './run-identity.ts';
import { summariseOutputs } from './summarise-outputs.ts';
import type { Detail } from './summarise.ts';
import { totalCost } from './total-cost.ts';
import { tandemVersion } from './version.ts';

/** What is settled beforehand, so that parts of a run can be put together. */
export interface Settled {
  /** The posture that the others are set against. */
  readonly lead: string;
  readonly bins: { readonly tco: Bins; readonly saving: Bins };
}

/** What a run says while a picture moves, and the columns that it was found in. */
export interface Draft {
  readonly result: Result;
  readonly data: RunData;
}

/**
 * The figures of a run, a pure function of its columns: without exact figures beside the simulated
 * ones, what the law says, the cost of delay, claims, and hashes, which `analyse` adds.
 */
export function draftOf(
  compiled: Compiled,
  columns: Columns,
  identity: RunIdentity,
  detail: Detail,
  settled: Settled | null = null,
): Draft {
  const { source } = compiled;
  const { model, scenario } = source;
  const { of, against: singles } = model.comparison;
  const data = new RunData(columns, replicationOf(columns, scenario.run.sampling));
  const { replication } = data;
  const postures = source.postures;
  const categories = Object.keys(model.categories);
  const byPosture = <T>(make: (posture: string) => T): Record<string, T> =>
    Object.fromEntries(postures.map((posture) => [posture, make(posture)]));

  const outputs = summariseOutputs(data, detail);
  const costs = byPosture((posture) => totalCost(data, posture, source.years));
  const chosen = costs[of] ?? new Float64Array(columns.trials);
  const cheapest = cheapestOf(costs, replication);
  const others = postures.filter((posture) => posture !== of);
  const savings = Object.fromEntries(
    others.map((posture) => [posture, differenceOf(costs[posture] ?? chosen, chosen)]),
  );
  const single = singles.flatMap((posture) => costs[posture] ?? []);
  if (single.length > 0) savings['bestSingle'] = differenceOf(leastOf(single), chosen);

  const saving = mapValues(savings, (difference) => savingOf(difference, replication, detail));
  const answer = answerOf(
    outputs['tco'] ?? {},
    postures,
    identity.law ?? null,
    (one, other) =>
      savingOf(differenceOf(costs[other] ?? chosen, costs[one] ?? chosen), replication, detail)
        .standardError,
  );
  const best = settled?.lead ?? answer.option ?? mostLikely(cheapest.probabilities);
  const against = Object.fromEntries(
    postures.flatMap((posture): [string, Saving][] => {
      const known = best === of ? saving[posture] : undefined;
      const [own, least] = [costs[posture], costs[best]];
      if (posture === best || own === undefined || least === undefined) return [];
      return [[posture, known ?? savingOf(differenceOf(own, least), replication, detail)]];
    }),
  );

  const yearly = byPosture((posture) => ({
    total: yearsOf(source.years).map((year) => data.column('year', 'total', posture, year)),
    investment: yearsOf(source.years).map((year) =>
      data.column('investment-year', 'investment', posture, year),
    ),
  }));
  const none = { total: [], investment: [] };
  const meansOf = (group: 'category', posture: string) =>
    Object.fromEntries(categories.map((name) => [name, data.mean(group, name, posture)]));
  const components = byPosture((posture) => meansOf('category', posture));
  const lineNames = [...source.declarations.values()]
    .filter((each) => each.kind === 'line')
    .map((each) => each.name);

  const warnings = compiled.failedChecks.flatMap((index) => {
    const check = model.checks[index];
    return check === undefined || check.severity === 'error'
      ? []
      : [{ code: `check-${index + 1}`, message: check.message, evidence: [...check.evidence] }];
  });
  if (columns.replicates < 2) {
    const message = `${columns.trials} futures are too few to tell how uncertain percentiles are; run 1000 or more.`;
    warnings.push({ code: 'few-trials', message, evidence: [] });
  }
  const roi: Result['roi'] = {};
  for (const [name, ratio] of Object.entries(model.ratios)) {
    const entries = others.flatMap((posture) => {
      const found = ratioOf(data, name, ratio.label, posture);
      return found === null ? [] : [[posture, found] as const];
    });
    roi[name] = Object.fromEntries(entries);
    if (entries.length < others.length) {
      warnings.push({
        code: `ratio-${name}`,
        message: `${ratio.label} is left out where, in some futures, nothing is invested: there is nothing to divide by.`,
        evidence: [],
      });
    }
  }
  const manifest: Manifest = {
    tandem: tandemVersion,
    model: { id: model.id, version: model.version, hash: '' },
    scenario: { name: scenario.name, file: identity.scenarioFile, hash: '' },
    asOf: scenario.asOf,
    seed: scenario.run.seed,
    sampling: scenario.run.sampling,
    coupling: scenario.run.coupling,
    trials: columns.trials,
    replicates: columns.replicates,
    years: source.years,
    currency: scenario.currency,
    exchangeRates: scenario.exchangeRates,
    resultHash: '',
  };
  const result: Result = {
    format: 'tandem-result/1',
    manifest,
    postures: scenario.postures.map(({ id, label, description }) => ({ id, label, description })),
    labels: labelsOf(source),
    outputs,
    components: mapValues(components, (own) => mapValues(own, (each) => each.mean)),
    componentErrors: mapValues(components, (own) => mapValues(own, (each) => each.standardError)),
    lines: byPosture((posture) =>
      Object.fromEntries(lineNames.map((name) => [name, data.mean('line', name, posture)])),
    ),
    byYear: byPosture((posture) => byYear(data, posture, source.years, categories)),
    answer,
    cheapest: cheapest.probabilities,
    cheapestErrors: cheapest.errors,
    saving,
    lead: { of: best, against },
    distributions: {
      tco: distributionsOf(costs, settled?.bins.tco),
      saving: distributionsOf(savings, settled?.bins.saving),
    },
    roi,
    payback: Object.fromEntries(
      others.map((posture) => [
        posture,
        paybackOf(yearly[of] ?? none, yearly[posture] ?? none, replication),
      ]),
    ),
    events: byPosture((posture) =>
      Object.fromEntries(
        [...source.events.keys()].map((name) => {
          const { mean, standardError } = data.mean('event', name, posture);
          return [
            name,
            { mean, standardError, probabilityNone: data.mean('event-none', name, posture).mean },
          ];
        }),
      ),
    ),
    shadow: [],
    warnings,
    inputs: mapValues(model.inputs, (input, name): InputResult => {
      const resolved: ResolvedInput | undefined = scenario.inputs[name];
      return {
        label: input.label,
        unit: input.unit ?? '',
        from: resolved?.from ?? 'model',
        given: identity.given[name] ?? input.default,
        source: resolved?.source ?? null,
        evidence: [...input.evidence],
      };
    }),
    claims: [],
  };
  return { result, data };
}

function yearsOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  map: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
