import { planOf } from './compile.ts';
import type { Declaration } from './declaration.ts';
import type { Observation } from './observe.ts';
import type { Plan } from './plan.ts';
import type { ProgramSource } from './program-source.ts';
import { Unfolding } from './unfold.ts';

/** Names that are simply what they are on average: all that formulas of other names are made from. */
export type CashFlowLeaf = Extract<
  Declaration,
  { kind: 'input' | 'event-rate' | 'event-count' | 'event-amount' }
>;

/** Inputs that are numbers and not drawn anew for each event, and all that events give. */
export function cashFlowLeaves(source: ProgramSource): readonly CashFlowLeaf[] {
  return [...source.declarations.values()].flatMap((declaration): CashFlowLeaf[] => {
    switch (declaration.kind) {
      case 'input':
        return declaration.perEvent || declaration.choices !== null ? [] : [declaration];
      case 'event-rate':
      case 'event-count':
      case 'event-amount':
        return [declaration];
      default:
        return [];
    }
  });
}

/**
 * The plan of a cash flow: every line at the prices of its year, by posture and year, and every
 * name that formulas rest on; all in their moments. Streams go by name, so its trials are those of
 * the run itself.
 */
export function cashFlowPlan(source: ProgramSource): Plan {
  const unfolding = new Unfolding(source, 'simulate');
  const { graph } = unfolding;
  const list: Observation[] = [];
  const lines = [...source.declarations.values()].filter(({ kind }) => kind === 'line');
  const leaves = cashFlowLeaves(source);
  for (const [index, posture] of source.postures.entries()) {
    for (let year = 0; year < source.years; year++) {
      const at = { posture: index, year };
      const where = { posture, year: year + 1, keep: 'moments' } as const;
      for (const { name } of lines) {
        const line = unfolding.name(name, at);
        const priced =
          source.priceIndex === null
            ? line
            : graph.combine('multiply', line, unfolding.formula(source.priceIndex, at));
        list.push({ group: 'line-year', name, ...where, cell: priced });
      }
      for (const leaf of leaves) {
        // What is the same everywhere is recorded once.
        if (leaf.kind === 'input' && ((!leaf.posture && index > 0) || (!leaf.year && year > 0)))
          continue;
        const cell = unfolding.name(leaf.name, at);
        list.push({ group: 'named', name: leaf.name, ...where, cell });
      }
    }
  }
  return planOf(source, graph, list);
}

/** The plan of single trials: each yearly total and each output that has one value a posture. */
export function trialsPlan(source: ProgramSource, outputs: readonly string[]): Plan {
  const unfolding = new Unfolding(source, 'simulate');
  const list: Observation[] = [];
  for (const [index, posture] of source.postures.entries()) {
    for (const name of outputs) {
      const formula = source.outputs.get(name)?.formula;
      if (formula === undefined) continue;
      const cell = unfolding.formula(formula, { posture: index, year: 0 });
      list.push({ group: 'output', name, posture, year: null, keep: 'column', cell });
    }
    for (let year = 0; year < source.years; year++) {
      const cell = unfolding.name('cost.total', { posture: index, year });
      list.push({ group: 'year', name: 'total', posture, year: year + 1, keep: 'column', cell });
    }
  }
  return planOf(source, unfolding.graph, list);
}
