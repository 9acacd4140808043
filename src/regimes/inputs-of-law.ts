import type { Scenario } from '../schema/scenario.ts';
import type { DerivedInput, ProgrammePlan } from '../schema/law-result.ts';
import type { Model } from '../schema/model.ts';
import type { Quantity, Value } from '../schema/value-form.ts';
import type { Derivation } from './derive-inputs.ts';
import { endsOf } from './fact.ts';
import type { FactValue } from './fact.ts';
import { toldNumber } from './told.ts';

/** The length of the programme, for the posture that it leads to. */
export function weeksOf(plan: ProgrammePlan, postures: readonly string[], of: string): Derivation {
  const values = Object.fromEntries(
    postures.map((posture) => [posture, posture === of ? plan.weeks : 0]),
  );
  return {
    input: 'programmeWeeks',
    values,
    steps: {
      [of]: [
        {
          rule: 'programme',
          label: `Plan of the programme, ${plan.label}`,
          how: 'add',
          formula: 'end of the last step',
          amount: plan.weeks,
        },
      ],
    },
    rules: ['programme'],
  };
}

/** Whether the model has such an input, which varies as the law has it vary. */
export function fits(model: Model, input: string, values: Derivation['values']): boolean {
  const known = Object.hasOwn(model.inputs, input) ? model.inputs[input] : undefined;
  return known !== undefined && ('all' in values || known.by.includes('posture'));
}

export function describeInput(
  { input, rules, steps, values }: Derivation,
  scenario: Scenario,
  model: Model,
): DerivedInput {
  const known = model.inputs[input];
  const given = Object.hasOwn(scenario.inputs ?? {}, input);
  return {
    input,
    label: known?.label ?? input,
    unit: known?.unit ?? '',
    status: given ? 'overridden' : isWanted(scenario, input) ? 'used' : 'shown',
    values: Object.fromEntries(
      Object.entries(values).map(([posture, value]) => [posture, toldNumber(value)]),
    ),
    steps: Object.fromEntries(Object.entries(steps).map(([posture, each]) => [posture, [...each]])),
    rules: [...rules],
  };
}

/** Whether the scenario wants the law to set an input that it does not give itself. */
export function isWanted({ law }: Scenario, input: string): boolean {
  const derive = law?.derive ?? 'missing';
  return Array.isArray(derive) ? derive.includes(input) : derive === 'missing';
}

/** What the run takes: where an answer is lacking, evenly drawn from what the value may be. */
export function valueOf({ rules, values }: Derivation): Value {
  const quantity = (value: FactValue): Quantity => {
    if (typeof value === 'number') return value;
    const [low, high] = endsOf(value);
    return Number.isFinite(high) ? { dist: 'uniform', min: low, max: high } : low;
  };
  const { all } = values;
  const note = `Set by the law: ${rules.join(', ')}.`;
  return {
    value:
      all === undefined
        ? Object.fromEntries(
            Object.entries(values).map(([posture, value]) => [posture, quantity(value)]),
          )
        : quantity(all),
    note,
  };
}
