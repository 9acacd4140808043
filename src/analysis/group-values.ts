import type { Compiled } from '../language/compile.ts';
import type { InformationGroup } from '../schema/decision.ts';
import type { ChoiceSample } from './choice-sample.ts';
import type { AskedGroup } from './decision-options.ts';
import type { Pause } from './decision-run.ts';
import { atLeastParts, GroupInformation } from './group-information.ts';
import type { InformationValue } from './information-value.ts';
import type { OwnDriver } from './input-driver.ts';

/** Values of groups of inputs, and of each input: never more for a part than for the whole. */
export async function groupValues(
  { source }: Compiled,
  asked: readonly AskedGroup[],
  own: readonly OwnDriver[],
  sample: ChoiceSample,
  pause: Pause,
): Promise<{ readonly groups: InformationGroup[]; readonly singles: readonly InformationValue[] }> {
  const { model } = source;
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
  const parts: { ids: ReadonlySet<string>; found: InformationValue }[] = own.map(
    ({ alone, driver }) => ({ ids: idsOf([driver.name]), found: alone }),
  );
  for (const { inputs } of all) {
    const ids = idsOf(inputs);
    parts.push({ ids, found: information.valueOf(ids) });
    await pause();
  }
  const values = atLeastParts(parts);
  return {
    singles: values.slice(0, own.length),
    groups: all.map(({ id, inputs, label }, index) => ({
      id,
      label,
      inputs: [...inputs],
      shares: sumOfShares(own.filter(({ driver }) => inputs.includes(driver.name))),
      information: values[own.length + index] ?? { value: 0, error: 0, upper: 0 },
    })),
  };
}

function sumOfShares(own: readonly OwnDriver[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { driver } of own)
    for (const [id, { value }] of Object.entries(driver.shares)) sums[id] = (sums[id] ?? 0) + value;
  return sums;
}
