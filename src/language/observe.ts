import type { CellId } from './cells.ts';
import type { Observed } from './plan.ts';
import type { ProgramSource } from './program-source.ts';
import type { CheckedTypes } from './type-check.ts';
import type { Unfolding } from './unfold.ts';

/** Something to record and the cell that holds it. */
export interface Observation extends Omit<Observed, 'constant'> {
  readonly cell: CellId;
}

/**
 * Everything that is recorded of a run: outputs and yearly totals trial by trial; cost lines,
 * categories and event counts in their moments only, so that memory stays small.
 */
export function observations(
  source: ProgramSource,
  types: CheckedTypes,
  unfolding: Unfolding,
): readonly Observation[] {
  const list: Observation[] = [];
  const { graph } = unfolding;
  const years = Array.from({ length: source.years }, (_, year) => year);
  const sumOverYears = (name: string, posture: number): CellId =>
    years
      .map((year) => unfolding.name(name, { posture, year }))
      .reduce((total, cell) => graph.combine('add', total, cell), graph.constant(0));

  for (const [name, output] of source.outputs) {
    const type = types.outputs.get(name);
    if (type === undefined) continue;
    const postures: readonly (string | null)[] = type.posture ? source.postures : [null];
    for (const [index, posture] of postures.entries()) {
      for (const year of type.year ? years : [null]) {
        const cell = unfolding.formula(output.formula, { posture: index, year: year ?? 0 });
        list.push({
          group: 'output',
          name,
          posture,
          year: year === null ? null : year + 1,
          keep: 'column',
          cell,
        });
      }
    }
  }
  for (const [index, posture] of source.postures.entries()) {
    for (const year of years) {
      const at = { posture: index, year };
      list.push({
        group: 'year',
        name: 'total',
        posture,
        year: year + 1,
        keep: 'column',
        cell: unfolding.name('cost.total', at),
      });
      const investment = unfolding.name('cost.investment', at);
      list.push({
        group: 'investment-year',
        name: 'investment',
        posture,
        year: year + 1,
        keep: 'column',
        cell: investment,
      });
      for (const category of Object.keys(source.model.categories)) {
        const cell = unfolding.name(`cost.${category}`, at);
        list.push({
          group: 'category-year',
          name: category,
          posture,
          year: year + 1,
          keep: 'moments',
          cell,
        });
      }
    }
    for (const category of Object.keys(source.model.categories)) {
      list.push({
        group: 'category',
        name: category,
        posture,
        year: null,
        keep: 'moments',
        cell: sumOverYears(`cost.${category}`, index),
      });
    }
    for (const [name, declaration] of source.declarations) {
      if (declaration.kind !== 'line') continue;
      const priced = years.map((year) => {
        const at = { posture: index, year };
        const line = unfolding.name(name, at);
        return source.priceIndex === null
          ? line
          : graph.combine('multiply', line, unfolding.formula(source.priceIndex, at));
      });
      const cell = priced.reduce(
        (total, line) => graph.combine('add', total, line),
        graph.constant(0),
      );
      list.push({ group: 'line', name, posture, year: null, keep: 'moments', cell });
    }
    for (const name of source.events.keys()) {
      const count = sumOverYears(`${name}.count`, index);
      list.push({ group: 'event', name, posture, year: null, keep: 'moments', cell: count });
      const none = graph.combine('equal', count, graph.constant(0));
      list.push({ group: 'event-none', name, posture, year: null, keep: 'moments', cell: none });
    }
    for (const [name, ratio] of source.ratios) {
      if (posture === source.model.comparison.of) continue;
      const at = { posture: index, year: 0 };
      list.push({
        group: 'numerator',
        name,
        posture,
        year: null,
        keep: 'column',
        cell: unfolding.formula(ratio.numerator, at),
      });
      list.push({
        group: 'denominator',
        name,
        posture,
        year: null,
        keep: 'column',
        cell: unfolding.formula(ratio.denominator, at),
      });
    }
  }
  return list;
}
