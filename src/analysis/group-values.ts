import type { Compiled } from '../language/compile.ts';
import { decisionPlan } from '../language/decision-plan.ts';
import type { InformationGroup } from '../schema/decision.ts';
import type { ChoiceSample, Estimate } from './choice-sample.ts';
import type { AskedGroup } from './decision-options.ts';
import type { Pause } from './decision-run.ts';
import { atLeastParts, GroupInformation } from './group-information.ts';
import type { Part } from './group-information.ts';
import { upperOf } from './information-value.ts';
import type { InformationValue } from './information-value.ts';
import type { OwnDriver } from './input-driver.ts';
import { nestedInformation } from './nested-information.ts';
import { streamsOfInput } from './total-effects.ts';

/** Sets of values of inputs that are drawn for a nested simulation. */
const nestedTrials = 8192;
/** A group that is worth at least this part of what it is worth at most is known well enough. */
const wellKnown = 0.9;
/** What is worth less than this part of knowing everything is not looked at again. */
const hardlyWorth = 0.02;
/** So many standard errors tell two estimates of one group apart: then the larger is the better. */
const toldApart = 2;

interface Group {
  readonly id: string;
  readonly label: string;
  readonly inputs: readonly string[];
}

/**
 * Values of groups of inputs, and of each input: never more for a part than for the whole. A group
 * of all that a model draws is worth what knowing everything is. Others are valued by regression;
 * where that may have missed something, a nested simulation tells, whatever the shape.
 */
export async function groupValues(
  { source }: Compiled,
  asked: readonly AskedGroup[],
  own: readonly OwnDriver[],
  sample: ChoiceSample,
  everything: Estimate,
  pause: Pause,
): Promise<{ readonly groups: InformationGroup[]; readonly singles: readonly InformationValue[] }> {
  const { model, scenario } = source;
  const names = own.map(({ driver }) => driver.name);
  const ofModel = Object.entries(model.groups).map(([id, { label }]) => ({
    id,
    label,
    inputs: names.filter((name) => model.inputs[name]?.group === id),
  }));
  const all = [
    ...ofModel,
    ...asked.map((group) => ({
      ...group,
      inputs: group.inputs.filter((name) => names.includes(name)),
    })),
    { id: 'all-inputs', label: 'All uncertain inputs', inputs: names },
  ].filter(({ inputs }) => inputs.length > 0);
  const scores = own.flatMap(({ driver, scores: columns, weight }) =>
    columns.map((column, index) => ({
      id: index === 0 ? driver.name : `${driver.name} ${index}`,
      scores: column,
      weight,
    })),
  );
  const idsOf = (inputs: readonly string[]) =>
    new Set(scores.map(({ id }) => id).filter((id) => inputs.includes(id.split(' ')[0] ?? '')));
  const information = new GroupInformation(sample, scores);
  await pause();
  const { plan } = decisionPlan(source, 'costs');
  const best = sample.best;
  const most = upperOf(everything);
  const parts: Part[] = [];
  for (const { alone, driver, scores: columns } of own) {
    const ids = idsOf([driver.name]);
    parts.push({ ids, found: { ...alone, upper: most } });
    // An input with an uncertain multiplier is two quantities that become known together.
    if (columns.length > 1)
      parts.push({ ids, found: { ...information.valueOf(ids), upper: most } });
  }
  const valueOf = async ({ inputs }: Group): Promise<InformationValue> => {
    const isAll = inputs.length === names.length;
    const isKnown = (stream: string) =>
      isAll
        ? stream.startsWith('input ') || stream.startsWith('times ')
        : inputs.some((input) => streamsOfInput(input)(stream));
    if (plan.streams.every(({ name }) => isKnown(name))) return { ...everything, upper: most };
    const ids = idsOf(inputs);
    const regressed = { ...information.valueOf(ids), upper: most };
    const [known] = atLeastParts([{ ids, found: regressed }, ...parts]);
    // Only what is drawn independently can be drawn again while the group stays.
    const isClosed =
      isAll || scenario.correlations.every(([a, b]) => inputs.includes(a) === inputs.includes(b));
    const isDone =
      known === undefined ||
      known.upper <= hardlyWorth * everything.value ||
      known.value >= wellKnown * known.upper;
    if (!isClosed || isDone) return regressed;
    const trials = Math.min(nestedTrials, sample.trials);
    const question = { source, plan, best, trials, isKnown };
    return better(regressed, await nestedInformation(question, pause));
  };
  const found = new Map<string, InformationValue>();
  // The largest first: what it is worth at most, no part of it can exceed.
  for (const group of all.toSorted((a, b) => b.inputs.length - a.inputs.length)) {
    const key = group.inputs.join(' ');
    if (found.has(key)) continue;
    const value = await valueOf(group);
    found.set(key, value);
    parts.push({ ids: idsOf(group.inputs), found: value });
    await pause();
  }
  const values = atLeastParts(parts);
  const valueAt = (inputs: readonly string[]) => {
    const ids = idsOf(inputs);
    return (
      values[
        parts.findIndex(
          (part) => part.ids.size === ids.size && [...ids].every((id) => part.ids.has(id)),
        )
      ] ?? {
        value: 0,
        error: 0,
        upper: most,
      }
    );
  };
  return {
    singles: names.map((name) => valueAt([name])),
    groups: all.map(({ id, inputs, label }) => ({
      id,
      label,
      inputs: [...inputs],
      shares: sumOfShares(own.filter(({ driver }) => inputs.includes(driver.name))),
      information: valueAt(inputs),
    })),
  };
}

/** What two methods say of one group: more only where it is told apart, so that noise is not picked. */
function better(regressed: InformationValue, nested: InformationValue): InformationValue {
  const apart = Math.sqrt(regressed.error * regressed.error + nested.error * nested.error);
  const found = nested.value - regressed.value > toldApart * apart ? nested : regressed;
  return { ...found, upper: Math.min(regressed.upper, nested.upper) };
}

function sumOfShares(own: readonly OwnDriver[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { driver } of own)
    for (const [id, { value }] of Object.entries(driver.shares)) sums[id] = (sums[id] ?? 0) + value;
  return sums;
}
