import type { CellId } from './cells.ts';
import { planOf } from './compile.ts';
import type { Observation } from './observe.ts';
import type { Plan } from './plan.ts';
import type { ProgramSource } from './program-source.ts';
import { Unfolding } from './unfold.ts';

/**
 * The plan of a ledger: every line, count and single event amount by posture and year, and the
 * totals that they add up to, all money at the prices of its year. Streams go by name, so its trials are those of the run itself.
 */
export function ledgerPlan(source: ProgramSource): Plan {
  const unfolding = new Unfolding(source, 'simulate');
  const { graph } = unfolding;
  const list: Observation[] = [];
  const lines = [...source.declarations.values()].filter((each) => each.kind === 'line');
  const amounts = [...source.declarations.values()].filter((each) => each.kind === 'event-amount');
  for (const [index, posture] of source.postures.entries()) {
    for (let year = 0; year < source.years; year++) {
      const at = { posture: index, year };
      const prices = source.priceIndex === null ? null : unfolding.formula(source.priceIndex, at);
      const priced = (cell: CellId): CellId =>
        prices === null ? cell : graph.combine('multiply', cell, prices);
      const where = { posture, year: year + 1, keep: 'column' } as const;
      list.push({ group: 'year', name: 'total', ...where, cell: unfolding.name('cost.total', at) });
      for (const { name } of lines) {
        const cell = priced(unfolding.name(name, at));
        list.push({ group: 'line-year', name, ...where, cell });
      }
      for (const name of source.events.keys()) {
        list.push({
          group: 'event-year',
          name,
          ...where,
          cell: unfolding.name(`${name}.count`, at),
        });
        for (const { input, each } of unfolding.eachDraw(name, at)) {
          const cell = isMoney(input, source) ? priced(each) : each;
          list.push({ group: 'event-draw', name: `${name}.${input}`, ...where, cell });
        }
      }
      for (const { name } of amounts) {
        const cell = priced(unfolding.eachAmount(name, at));
        list.push({ group: 'event-amount', name, ...where, cell });
      }
    }
    const tco = source.outputs.get('tco');
    if (tco !== undefined) {
      const cell = unfolding.formula(tco.formula, { posture: index, year: 0 });
      list.push({ group: 'output', name: 'tco', posture, year: null, keep: 'column', cell });
    }
  }
  return planOf(source, graph, list);
}

/** Whether what an event draws is an amount, which rises with prices, and no share or time. */
function isMoney(input: string, { declarations }: ProgramSource): boolean {
  const declaration = declarations.get(input);
  const unit = declaration?.kind === 'input' ? declaration.unit : null;
  return unit !== null && unit['HKD'] !== undefined;
}
