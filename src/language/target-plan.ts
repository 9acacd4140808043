import { planOf } from './compile.ts';
import type { Observation } from './observe.ts';
import type { Plan } from './plan.ts';
import type { ProgramSource } from './program-source.ts';
import { Unfolding } from './unfold.ts';

/** What a calibration looks at under one posture: its cost, how often an event happens, what each costs. */
export interface Watched {
  readonly posture: string;
  readonly event: string | null;
  /** Name of an amount of the event; null where only its number is looked at. */
  readonly amount: string | null;
}

/**
 * Records only what targets are about: total cost trial by trial, and of an event over all years
 * the rate at which it should happen, how often it does, and the sum of its amounts and of their
 * squares.
 */
export function targetPlan(source: ProgramSource, watched: readonly Watched[]): Plan {
  const unfolding = new Unfolding(source, 'simulate');
  const { graph } = unfolding;
  const list = new Map<string, Observation>();
  const add = (observation: Observation) =>
    list.set(`${observation.group} ${observation.name} ${observation.posture}`, observation);
  for (const { amount, event, posture } of watched) {
    const index = source.postures.indexOf(posture);
    const overYears = (of: (at: { posture: number; year: number }) => number): number =>
      Array.from({ length: source.years }, (_, year) => of({ posture: index, year })).reduce(
        (total, cell) => graph.combine('add', total, cell),
        graph.constant(0),
      );
    const observe = (group: Observation['group'], name: string, cell: number) =>
      add({ group, name, cell, posture, year: null, keep: 'column' });
    if (event === null) {
      const tco = source.outputs.get('tco');
      const cell =
        tco === undefined
          ? overYears((at) => unfolding.name('cost.total', at))
          : unfolding.formula(tco.formula, { posture: index, year: 0 });
      observe('output', 'tco', cell);
      continue;
    }
    observe(
      'expected',
      event,
      overYears((at) => unfolding.name(`${event}.rate`, at)),
    );
    if (amount === null) continue;
    const name = `${event}.${amount}`;
    observe(
      'happened',
      event,
      overYears((at) => unfolding.name(`${event}.count`, at)),
    );
    observe(
      'drawn',
      name,
      overYears((at) => unfolding.name(name, at)),
    );
    const squares = overYears((at) => {
      const each = unfolding.eachAmount(name, at);
      const events = graph.get(each).list;
      return events === null
        ? graph.constant(0)
        : graph.eventSum(graph.combine('multiply', each, each), events);
    });
    observe('drawn', `${name}^2`, squares);
  }
  return planOf(source, graph, [...list.values()]);
}
