import type { Issue } from '../schema/issue.ts';
import type { Model } from '../schema/model.ts';
import type { ResolvedScenario } from '../schema/resolved.ts';
import type { Places } from '../schema/source.ts';
import type { CellGraph, Cells } from './cells.ts';
import { TooLargeError } from './cells.ts';
import { ImpossibleCorrelationsError } from './correlate-streams.ts';
import { layOut } from './lay-out.ts';
import { observations } from './observe.ts';
import type { Observation } from './observe.ts';
import { FormulaError } from './formula-error.ts';
import type { Plan } from './plan.ts';
import { IssueList, readProgramSource } from './program-source.ts';
import type { ProgramSource } from './program-source.ts';
import type { ParseFormula } from './stored-formulas.ts';
import { schedule } from './schedule.ts';
import { streamKey } from './stream-key.ts';
import { checkTypes } from './type-check.ts';
import type { CheckedTypes } from './type-check.ts';
import { Unfolding } from './unfold.ts';

/** A model and a scenario, compiled; the graph stays at hand for exact moments and explanations. */
export interface Compiled {
  readonly plan: Plan;
  readonly source: ProgramSource;
  readonly graph: CellGraph;
  readonly observed: readonly Observation[];
  /** Indices of the model's checks whose condition holds at expected values. */
  readonly failedChecks: readonly number[];
}

export interface CompileInput {
  readonly model: Model;
  readonly modelPlaces: Places;
  readonly scenario: ResolvedScenario;
  readonly scenarioPlaces: Places;
  readonly parse: ParseFormula;
}

/** Every fault of the formulas, where nothing is to be run: the scenario need not be whole. */
export function checkFormulas(input: CompileInput): readonly Issue[] {
  const list = new IssueList();
  checkTypes(sourceOf(input, list), list);
  return list.issues;
}

function sourceOf(input: CompileInput, list: IssueList): ProgramSource {
  const { model, modelPlaces, parse, scenario, scenarioPlaces } = input;
  return readProgramSource(model, modelPlaces, scenario, scenarioPlaces, parse, list);
}

/**
 * Compiles a model for a scenario. Every fault of a formula is an issue at its place; `compiled`
 * is null if any is an error.
 */
export function compile(input: CompileInput): {
  readonly compiled: Compiled | null;
  readonly issues: readonly Issue[];
} {
  const list = new IssueList();
  const source = sourceOf(input, list);
  const types = typesOf(source, list);
  if (list.issues.length > 0) return { compiled: null, issues: list.issues };
  try {
    const unfolding = new Unfolding(source, 'simulate');
    const observed = observations(source, types, unfolding);
    let plan: Plan | null = null;
    return {
      compiled: {
        // Laid out when it is asked for: a run that has most of it at hand needs only a part.
        get plan() {
          return (plan ??= planOf(source, unfolding.graph, observed));
        },
        source,
        graph: unfolding.graph,
        observed,
        failedChecks: failedChecks(source),
      },
      issues: [],
    };
  } catch (error) {
    if (error instanceof ImpossibleCorrelationsError) {
      list.add('correlations-impossible', input.scenarioPlaces, '/correlations', error.message);
    } else if (error instanceof FormulaError && error.formula !== null) {
      list.addFormula('formula-unfold', error.formula, error);
    } else if (error instanceof TooLargeError) {
      list.add('formula-unfold', input.modelPlaces, '', error.message);
    } else throw error;
    return { compiled: null, issues: list.issues };
  }
}

const newestTypes = new WeakMap<
  Model,
  { readonly checked: string; readonly types: CheckedTypes }
>();

/**
 * The types of a source. They rest on the model, on what is declared of its inputs and on the
 * scenario's own lines, not on values: while a slider moves they are checked once.
 */
function typesOf(source: ProgramSource, list: IssueList): CheckedTypes {
  const { declarations, model, postures, scenario, years } = source;
  const inputs = [...declarations.values()].filter(({ kind }) => kind === 'input');
  const checked = JSON.stringify([postures, years, scenario.lines, inputs]);
  const newest = newestTypes.get(model);
  if (newest?.checked === checked) return newest.types;
  const types = checkTypes(source, list);
  if (list.issues.length === 0) newestTypes.set(model, { checked, types });
  return types;
}

/** Lays out what is to be recorded as a plan. */
export function planOf(
  source: ProgramSource,
  graph: CellGraph,
  observed: readonly Observation[],
  cells: Cells = graph,
): Plan {
  const roots = observed.map((observation, index) => ({ index, id: observation.cell }));
  const layout = layOut(cells, schedule(cells, roots));
  return {
    format: 'tandem-plan/1',
    postures: source.postures,
    years: source.years,
    streams: graph.streams.map((stream) => ({
      name: stream.name,
      key: streamKey(stream.name),
      dimension: stream.dimension,
    })),
    samplers: graph.samplers,
    ...layout,
    observed: observed.map(({ cell, ...rest }) => ({ ...rest, constant: graph.constantOf(cell) })),
  };
}

/**
 * Indices of checks whose condition holds: over expected values, so that no trial has to be run.
 * One that is about published claims binds only a scenario that restates them.
 */
export function failedChecks(source: ProgramSource): readonly number[] {
  const expected = new Unfolding(source, 'expected');
  const holds = (index: number): boolean => {
    const check = source.checks[index];
    if (check === undefined) return false;
    const { claims } = source.model.checks[index] ?? {};
    if (claims?.some((claim) => source.scenario.restates.includes(claim)) === false) return false;
    return source.postures.some((_, posture) => {
      const value = expected.graph.constantOf(expected.formula(check.when, { posture, year: 0 }));
      return value !== null && value !== 0;
    });
  };
  return source.checks.map((check) => check.index).filter(holds);
}
