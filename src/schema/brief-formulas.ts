import type { FormulaBriefing } from './briefing.ts';
import { priceIndexName, priceIndexWords } from './price-index.ts';
import type { Model, ModelEvent, ModelLine } from './model.ts';

/**
 * The formulas behind a result, by the names that other formulas call them by: cost lines,
 * definitions, and of each event how often it happens and what it costs.
 */
export function briefFormulas(
  model: Model,
  ownLines: Readonly<Record<string, ModelLine>>,
): Readonly<Record<string, FormulaBriefing>> {
  const priceRises = model.priceIndex === undefined ? '' : model.priceIndex;
  const lines = Object.entries({ ...model.lines, ...ownLines }).map(
    ([name, { label, help = '', formula }]): [string, FormulaBriefing] => [
      name,
      {
        label,
        help,
        formula: priceRises === '' ? formula : `${bracketed(formula)} * ${priceRises}`,
        how: '',
      },
    ],
  );
  const definitions = Object.entries(model.definitions).map(
    ([name, { label, help = '', formula }]): [string, FormulaBriefing] => [
      name,
      { label, help, formula, how: '' },
    ],
  );
  if (priceRises !== '') {
    const { help, label } = priceIndexWords;
    definitions.push([priceIndexName, { label, help, formula: priceRises, how: '' }]);
  }
  const events = Object.entries(model.events).flatMap(([name, event]) =>
    briefEvent(name, event, model),
  );
  return Object.fromEntries([...definitions, ...events, ...lines]);
}

function bracketed(formula: string): string {
  return /^[\w.]+$/.test(formula) ? formula : `(${formula})`;
}

function briefEvent(
  name: string,
  event: ModelEvent,
  model: Model,
): readonly [string, FormulaBriefing][] {
  const { label, help = '' } = event;
  const amounts = Object.entries(event.amounts).map(
    ([amount, formula]): [string, FormulaBriefing] => [
      `${name}.${amount}`,
      {
        label: `${label}: ${amount} of all in the year`,
        help,
        formula,
        how: 'Drawn anew for each one; those of the year are added up.',
      },
    ],
  );
  const often = `${label}: how many in the year`;
  if ('of' in event) {
    const parent = model.events[event.of]?.label ?? event.of;
    return [
      [
        `${name}.count`,
        { label: often, help, formula: event.chance, how: `Chance that one follows: ${parent}.` },
      ],
      ...amounts,
    ];
  }
  return [
    [
      `${name}.count`,
      { label: often, help, formula: event.rate, how: frequencies[event.frequency] },
    ],
    ...amounts,
  ];
}

const frequencies = {
  poisson: 'Drawn for each year: a Poisson number with this mean.',
  bernoulli: 'Drawn for each year: one with this chance, else none.',
  'negative-binomial': 'Drawn for each year: a negative binomial number with this mean.',
} as const;
