import type { CellGraph, CellId } from './cells.ts';
import { planOf } from './compile.ts';
import type { Observation } from './observe.ts';
import type { Plan } from './plan.ts';
import type { ProgramSource } from './program-source.ts';
import { operandsOf } from './schedule.ts';
import { toldPlace } from './told-place.ts';
import { Unfolding } from './unfold.ts';

/** A plan that records what a decision turns on, and the inputs that have a part in it. */
export interface DecisionPlan {
  readonly plan: Plan;
  /** Uncertain inputs that reach the total cost of some posture, drawn once a trial. */
  readonly inputs: readonly string[];
  /** Uncertain inputs that reach none. */
  readonly idle: readonly string[];
  /** Events that can happen, and the inputs that each of their occurrences draws. */
  readonly events: readonly {
    readonly name: string;
    /** The event that it follows on, or null. */
    readonly of: string | null;
    readonly draws: readonly string[];
  }[];
}

/**
 * Total cost of each posture (or another output that counts in money), trial by trial, and beside
 * it, with `drivers`, what it comes from: the normal score of each input's draw and what happened
 * of each event; with `values`, the value of each input too, of its largest posture and year.
 * Streams go by name, so its trials are those of the run itself, which has to record none of this.
 */
export function decisionPlan(
  source: ProgramSource,
  drivers: 'drivers' | 'values' | 'costs',
  output = 'tco',
): DecisionPlan {
  const unfolding = new Unfolding(source, 'simulate');
  const { graph } = unfolding;
  const list: Observation[] = source.postures.map((posture, index) => ({
    group: 'output',
    name: 'tco',
    posture,
    year: null,
    keep: 'column',
    cell: costCell(source, unfolding, index, output),
  }));
  if (drivers === 'costs')
    return { plan: planOf(source, graph, list), inputs: [], idle: [], events: [] };

  const reached = reachable(
    graph,
    list.map(({ cell }) => cell),
  );
  const inputs: string[] = [];
  const idle: string[] = [];
  for (const name of Object.keys(source.scenario.inputs)) {
    const draws = unfolding.drawsOf(name);
    const used = draws.filter((cell) => reached.has(cell));
    if (draws.length > 0) (used.length > 0 ? inputs : idle).push(name);
    for (const [index, draw] of used.entries()) {
      list.push({
        group: 'score',
        name,
        posture: null,
        // An input and its multiplier may both be uncertain: the second score stands under year 2.
        year: index === 0 ? null : index + 1,
        keep: 'column',
        cell: graph.normalScore(draw),
      });
    }
    const input = source.scenario.inputs[name];
    if (drivers === 'values' && used.length > 0 && input !== undefined)
      list.push({
        group: 'value',
        name,
        posture: null,
        year: null,
        keep: 'column',
        cell: unfolding.name(name, toldPlace(input)),
      });
  }
  const events = [...source.events.values()].flatMap((event) => {
    const { name } = event;
    const observed = eventObservations(source, unfolding, name);
    list.push(...observed);
    const draws = observed.filter(({ group }) => group === 'drawn').map((each) => each.name);
    const happens = observed.some(({ cell }) => graph.constantOf(cell) === null);
    return happens
      ? [
          {
            name,
            of: event.kind === 'follow-on' ? event.of : null,
            draws: [...new Set(draws)].map((each) => each.slice(name.length + 1)),
          },
        ]
      : [];
  });
  return { plan: planOf(source, graph, list), inputs, idle, events };
}

/** An output of a posture, or the sum of its yearly totals in a model that has no such output. */
function costCell(
  source: ProgramSource,
  unfolding: Unfolding,
  posture: number,
  output: string,
): CellId {
  const found = source.outputs.get(output);
  if (found !== undefined) return unfolding.formula(found.formula, { posture, year: 0 });
  const { graph } = unfolding;
  return yearsOf(source)
    .map((year) => unfolding.name('cost.total', { posture, year }))
    .reduce((total, cell) => graph.combine('add', total, cell), graph.constant(0));
}

/** Over all years, under each posture: how often an event happens and should, and the sum of each of its draws. */
function eventObservations(
  source: ProgramSource,
  unfolding: Unfolding,
  name: string,
): readonly Observation[] {
  const { graph } = unfolding;
  return source.postures.flatMap((posture, index) => {
    const where = { posture, year: null, keep: 'column' } as const;
    const drawn = new Map<string, CellId>();
    let [count, expected] = [graph.constant(0), graph.constant(0)];
    for (const year of yearsOf(source)) {
      const at = { posture: index, year };
      count = graph.combine('add', count, unfolding.name(`${name}.count`, at));
      expected = graph.combine('add', expected, unfolding.name(`${name}.rate`, at));
      for (const { input, each } of unfolding.eachDraw(name, at)) {
        const { list } = graph.get(each);
        if (list === null) continue;
        const before = drawn.get(input) ?? graph.constant(0);
        drawn.set(input, graph.combine('add', before, graph.eventSum(each, list)));
      }
    }
    return [
      { group: 'happened', name, cell: count, ...where } as const,
      { group: 'expected', name, cell: expected, ...where } as const,
      ...[...drawn].map(
        ([input, cell]) => ({ group: 'drawn', name: `${name}.${input}`, cell, ...where }) as const,
      ),
    ];
  });
}

function yearsOf(source: ProgramSource): readonly number[] {
  return Array.from({ length: source.years }, (_, year) => year);
}

function reachable(graph: CellGraph, roots: readonly CellId[]): ReadonlySet<CellId> {
  const found = new Set<CellId>();
  const stack = [...roots];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    stack.push(...operandsOf(graph.get(id)));
  }
  return found;
}
