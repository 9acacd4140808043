import type { Model } from '../schema/model.ts';
import type { Expression } from './expression.ts';

/** Reads a formula; throws FormulaError where it cannot be read. */
export type ParseFormula = (text: string) => Expression;

/** A formula that was not read beforehand: its reader has to be fetched first. */
export class FormulaNotStored extends Error {}

/**
 * Looks formulas up that were read when Tandem was built, so that a page need not load the reader
 * of formulas. Throws FormulaNotStored for any other.
 */
export function storedFormulas(stored: Readonly<Record<string, Expression>>): ParseFormula {
  return (text) => {
    const expression = Object.hasOwn(stored, text) ? stored[text] : undefined;
    if (expression === undefined) throw new FormulaNotStored(text);
    return expression;
  };
}

/** Every formula of a model, read. */
export function readFormulas(model: Model, parse: ParseFormula): Record<string, Expression> {
  const texts = [
    ...Object.values(model.definitions).map(({ formula }) => formula),
    ...Object.values(model.events).flatMap((event) => [
      ...('of' in event ? [event.chance] : [event.rate, event.dispersion]),
      ...Object.values(event.amounts),
    ]),
    model.priceIndex,
    ...Object.values(model.lines).map(({ formula }) => formula),
    ...Object.values(model.outputs).map(({ formula }) => formula),
    ...Object.values(model.ratios).flatMap(({ numerator, denominator }) => [
      numerator,
      denominator,
    ]),
    ...model.checks.map(({ when }) => when),
  ];
  return Object.fromEntries(
    texts.flatMap((text) => (text === undefined ? [] : [[text, parse(text)]])),
  );
}
