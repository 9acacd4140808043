import type { ComingLaw } from './coming-law.ts';
import type { Model, ModelInput } from './model.ts';

/**
 * A model with what a change of the law needs: the inputs that it is drawn from, in a group of their
 * own, and years for what changes in one of them. The model itself where no change may come.
 */
export function modelWith(model: Model, { inputs, later }: ComingLaw): Model {
  if (Object.keys(later).length === 0) return model;
  const changing = Object.keys(later).flatMap((name): readonly [string, ModelInput][] => {
    const input = Object.hasOwn(model.inputs, name) ? model.inputs[name] : undefined;
    if (input === undefined || input.by.includes('year')) return [];
    return [[name, { ...input, by: [...input.by, 'year'] }]];
  });
  const groups = Object.fromEntries(
    Object.values(inputs).map(({ group }) => [group, { label: 'Changes of the law' }]),
  );
  return {
    ...model,
    groups: { ...model.groups, ...groups },
    // Inputs of the model stay where they are; those of the changes come last.
    inputs: { ...model.inputs, ...Object.fromEntries(changing), ...inputs },
  };
}
