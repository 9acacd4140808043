import { IssueCollector } from './issue-collector.ts';
import { expandValue } from './expand-value.ts';
import type { Issue } from './issue.ts';
import type { Model } from './model.ts';
import { idProblem, nameProblem } from './name-rules.ts';
import { childPointer } from './pointer.ts';
import type { Places } from './source.ts';
import { formOf } from './value-form.ts';

/** The most of each kind that a model may have. */
const most = {
  inputs: 500,
  definitions: 500,
  lines: 300,
  events: 50,
  outputs: 100,
  postures: 12,
} as const;
const kindsOfCost = ['total', 'investment', 'running', 'loss'];

/** Checks the names, references and default values of a model; formulas are checked when they are compiled. */
export function checkModel(
  model: Model,
  places: Places,
  reserved: readonly string[],
): readonly Issue[] {
  const issues = new IssueCollector(places);
  checkSizes(model, issues);
  checkNames(model, reserved, issues);
  checkReferences(model, issues);
  checkHorizon(model, issues);
  checkDimensions(model, issues);
  const postures = Object.keys(model.postures).map((id) => ({ id, like: null }));
  for (const [name, input] of Object.entries(model.inputs)) {
    const pointer = childPointer('/inputs', name);
    if (input.range !== undefined && input.range[0] > input.range[1]) {
      issues.error(
        'range',
        `${pointer}/range`,
        `the range rises from low to high; found ${input.range.join(' to ')}`,
      );
    }
    if (input.choices?.length === 0)
      issues.error('choices', `${pointer}/choices`, 'a choice needs at least one word');
    if (formOf(input.default) === 'by-year' && model.horizon.min !== model.horizon.max) {
      issues.error(
        'length',
        `${pointer}/default`,
        'a default by year does not fit every horizon; give one value for all years',
      );
      continue;
    }
    expandValue(input.default, `${pointer}/default`, {
      name,
      input,
      postures,
      years: model.horizon.default,
      factor: 1,
      issues,
    });
  }
  return issues.all;
}

function checkSizes(model: Model, issues: IssueCollector): void {
  for (const [kind, limit] of Object.entries(most)) {
    const count = Object.keys(model[kind as keyof typeof most]).length;
    if (count > limit)
      issues.error(
        'too-many',
        `/${kind}`,
        `the model has ${count} ${kind}; at most ${limit} are possible`,
      );
  }
  if (Object.keys(model.postures).length === 0)
    issues.error('missing', '/postures', 'a model needs at least one posture');
}

function checkNames(model: Model, reserved: readonly string[], issues: IssueCollector): void {
  const formulaNames = [
    'inputs',
    'definitions',
    'events',
    'lines',
    'categories',
    'outputs',
    'ratios',
  ] as const;
  for (const kind of formulaNames) {
    for (const name of Object.keys(model[kind])) {
      issues.maybe(
        'name',
        `/${kind}/${name}`,
        nameProblem(name, kind === 'categories' ? [...reserved, ...kindsOfCost] : reserved),
      );
    }
  }
  for (const [name, event] of Object.entries(model.events)) {
    for (const amount of Object.keys(event.amounts)) {
      issues.maybe(
        'name',
        `/events/${name}/amounts/${amount}`,
        nameProblem(amount, ['count', 'rate']),
      );
    }
  }
  for (const kind of ['postures', 'groups'] as const) {
    for (const id of Object.keys(model[kind]))
      issues.maybe('name', `/${kind}/${id}`, idProblem(id));
  }
}

function checkReferences(model: Model, issues: IssueCollector): void {
  const postures = Object.keys(model.postures);
  issues.reference('posture', model.comparison.of, postures, '/comparison/of');
  for (const [index, posture] of model.comparison.against.entries()) {
    issues.reference('posture', posture, postures, `/comparison/against/${index}`);
    if (posture === model.comparison.of) {
      issues.error(
        'comparison',
        `/comparison/against/${index}`,
        'a posture cannot be compared with itself',
      );
    }
  }
  for (const [name, input] of Object.entries(model.inputs)) {
    issues.reference('group', input.group, Object.keys(model.groups), `/inputs/${name}/group`);
  }
  for (const [name, line] of Object.entries(model.lines)) {
    issues.reference(
      'category',
      line.category,
      Object.keys(model.categories),
      `/lines/${name}/category`,
    );
  }
  for (const [name, event] of Object.entries(model.events)) {
    if ('of' in event)
      issues.reference('event', event.of, Object.keys(model.events), `/events/${name}/of`);
  }
}

function checkHorizon({ horizon }: Model, issues: IssueCollector): void {
  const years = [horizon.min, horizon.default, horizon.max];
  const whole = years.every((value) => Number.isInteger(value) && value >= 1 && value <= 30);
  if (!whole)
    issues.error('horizon', '/horizon', 'the horizon is a whole number of years from 1 to 30');
  else if (horizon.min > horizon.default || horizon.default > horizon.max) {
    issues.error(
      'horizon',
      '/horizon',
      `the default horizon, ${horizon.default}, must lie between ${horizon.min} and ${horizon.max}`,
    );
  }
}

function checkDimensions(model: Model, issues: IssueCollector): void {
  // Inputs and events each count their own dimensions.
  for (const kind of ['inputs', 'events'] as const) {
    const owners = new Map<number, string>();
    for (const [name, { dimension }] of Object.entries(model[kind])) {
      if (dimension === undefined) continue;
      const owner = owners.get(dimension);
      if (owner === undefined) owners.set(dimension, name);
      else
        issues.error(
          'dimension',
          `/${kind}/${name}/dimension`,
          `dimension ${dimension} belongs to "${owner}" already; each is used once`,
        );
    }
  }
}
