import { noComingLaw } from '../schema/coming-law.ts';
import type { ComingLaw } from '../schema/coming-law.ts';
import type { ModelInput } from '../schema/model.ts';
import { sameValue } from '../schema/same-value.ts';
import type { Value } from '../schema/value-form.ts';
import type { PossibleChange } from './possible-change.ts';

/** Key of the group under which the inputs of changes are listed. */
const comingLawGroup = 'coming-law';

/**
 * What the changes make of the inputs that the law sets for a run, which are `now` without them;
 * `valuesWith` gives the same where some drafts count.
 */
export function comingLaw(
  changes: readonly PossibleChange[],
  now: Readonly<Record<string, Value>>,
  valuesWith: (drafts: readonly string[]) => Readonly<Record<string, Value>>,
  titleOf: (draft: string) => string,
): ComingLaw {
  const combinations = combinationsOf(changes.map(({ id }) => id)).map((drafts) => ({
    drafts,
    values: valuesWith(drafts),
  }));
  const later = Object.fromEntries(
    Object.entries(now).flatMap(([input, value]) => {
      const each = combinations.map(({ drafts, values }) => ({
        changes: drafts,
        value: values[input] ?? value,
      }));
      return each.every((other) => sameValue(other.value, value)) ? [] : [[input, each] as const];
    }),
  );
  // What no figure hangs on need not be drawn.
  if (Object.keys(later).length === 0) return noComingLaw;
  return {
    later,
    changes: changes.map(({ change }) => change),
    inputs: Object.fromEntries(changes.flatMap((each) => inputsOf(each, titleOf(each.id)))),
  };
}

function inputsOf(
  { change, from, id, probability }: PossibleChange,
  title: string,
): readonly (readonly [string, ModelInput])[] {
  const shared = { group: comingLawGroup, by: [], evidence: [] };
  const { from: when, passes } = change;
  const note = `Set by /law/future/${id}.`;
  return [
    ...(passes === null
      ? []
      : [
          [
            passes,
            {
              ...shared,
              label: `Becomes law: ${title}`,
              help: '1 where it becomes law, 0 where it does not.',
              unit: 'share',
              range: [0, 1] as [number, number],
              default: { dist: 'bernoulli', p: probability, note } as Value,
            },
          ] as const,
        ]),
    ...(typeof when === 'number'
      ? []
      : [
          [
            when,
            {
              ...shared,
              label: `Years until it counts: ${title}`,
              help: 'From the law date, if it becomes law.',
              unit: 'year',
              default: { value: from, note } as Value,
            },
          ] as const,
        ]),
  ];
}

/** All ways to pick at least one, the first members first. */
function combinationsOf(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: (1 << ids.length) - 1 }, (_, index) =>
    ids.filter((_id, place) => (((index + 1) >> place) & 1) === 1),
  );
}
