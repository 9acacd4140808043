import { nearest } from '../schema/near-miss.ts';
import type { Issue } from '../schema/issue.ts';
import type { Model, ModelLine } from '../schema/model.ts';
import { priceIndexName } from '../schema/price-index.ts';
import type { ResolvedInput, ResolvedScenario } from '../schema/resolved.ts';
import type { Places } from '../schema/source.ts';
import type { Declaration, EventDeclaration, Formula } from './declaration.ts';
import { FormulaError } from './formula-error.ts';
import type { ParseFormula } from './stored-formulas.ts';
import { parseUnit, unitWords } from './unit.ts';
import type { Unit } from './unit.ts';

/** A model and a scenario with every formula read: names, events, and what is to be computed. */
export interface ProgramSource {
  readonly model: Model;
  readonly scenario: ResolvedScenario;
  readonly postures: readonly string[];
  readonly years: number;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly events: ReadonlyMap<string, EventDeclaration>;
  readonly priceIndex: Formula | null;
  readonly outputs: ReadonlyMap<string, { readonly unit: Unit | null; readonly formula: Formula }>;
  readonly ratios: ReadonlyMap<
    string,
    { readonly numerator: Formula; readonly denominator: Formula }
  >;
  readonly checks: readonly { readonly when: Formula; readonly index: number }[];
}

/** Collects issues under the place of the formula or field that they belong to. */
export class IssueList {
  readonly issues: Issue[] = [];

  add(code: string, places: Places, pointer: string, message: string): void {
    this.issues.push({ code, severity: 'error', pointer, message, ...places.locate(pointer) });
  }

  /** An issue at the very part of a formula that is at fault, as far as that is known. */
  addFormula(code: string, formula: Formula, { message, span }: FormulaError): void {
    const { text, places, pointer } = formula;
    const from = span?.from ?? 0;
    this.issues.push({
      code,
      severity: 'error',
      pointer,
      message: `${message} (in ${JSON.stringify(around(text, from))})`,
      ...places.locate(pointer, from),
      ...(span === null ? {} : { span: { from: span.from, to: span.to } }),
    });
  }
}

/** At most 80 characters of a formula, among them that at `offset`. */
function around(text: string, offset: number): string {
  const start = text.length <= 80 || offset < 70 ? 0 : offset - 20;
  const end = start + 80 < text.length ? start + 77 : text.length;
  return `${start > 0 ? '...' : ''}${text.slice(start, end)}${end < text.length ? '...' : ''}`;
}

/** Reads every formula of the model and of the scenario's own lines; issues tell what cannot be read. */
export function readProgramSource(
  model: Model,
  modelPlaces: Places,
  scenario: ResolvedScenario,
  scenarioPlaces: Places,
  parse: ParseFormula,
  issues: IssueList,
): ProgramSource {
  const declarations = new Map<string, Declaration>();
  const events = new Map<string, EventDeclaration>();

  const formula = (text: string, pointer: string, places: Places = modelPlaces): Formula => {
    try {
      return { text, pointer, places, expression: parse(text) };
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const unread: Formula = { text, pointer, places, expression: null };
      issues.addFormula('formula', unread, error);
      return unread;
    }
  };
  const unit = (text: string, pointer: string): Unit | null => {
    const parsed = parseUnit(text);
    if (typeof parsed !== 'string') return parsed;
    const near = nearest(parsed, unitWords);
    const hint =
      near === null
        ? `Units are made of ${unitWords.join(', ')}`
        : `Did you mean ${JSON.stringify(near)}?`;
    issues.add(
      'unit-unknown',
      modelPlaces,
      pointer,
      `${JSON.stringify(parsed.slice(0, 40))} is not a unit. ${hint}`,
    );
    return null;
  };
  const declare = (
    declaration: Declaration,
    pointer: string,
    places: Places = modelPlaces,
  ): void => {
    if (declarations.has(declaration.name)) {
      issues.add(
        'name-twice',
        places,
        pointer,
        `the name "${declaration.name}" is used twice; inputs, definitions, lines and events share one set of names`,
      );
      return;
    }
    declarations.set(declaration.name, declaration);
  };

  const changesAreDrawn = (scenario.changes ?? []).some(
    ({ from, passes }) => passes !== null || typeof from === 'string',
  );
  for (const [name, input] of Object.entries(model.inputs)) {
    const resolved = scenario.inputs[name];
    const isDrawn = (cells: ResolvedInput['cells']): boolean =>
      cells.some((row) => row.some((cell) => cell.kind === 'distribution'));
    const uncertain =
      resolved !== undefined &&
      (resolved.times?.kind === 'distribution' ||
        isDrawn(resolved.cells) ||
        (resolved.later ?? []).some(({ cells }) => isDrawn(cells)) ||
        (resolved.later !== undefined && changesAreDrawn));
    declare(
      {
        kind: 'input',
        name,
        uncertain,
        unit: input.unit === undefined ? {} : unit(input.unit, `/inputs/${name}/unit`),
        posture: input.by.includes('posture'),
        year: input.by.includes('year'),
        perEvent: input.per === 'event',
        choices: input.choices ?? null,
      },
      `/inputs/${name}`,
    );
  }
  for (const [name, definition] of Object.entries(model.definitions)) {
    const pointer = `/definitions/${name}`;
    declare(
      {
        kind: 'definition',
        name,
        unit: unit(definition.unit, `${pointer}/unit`),
        formula: formula(definition.formula, `${pointer}/formula`),
      },
      pointer,
    );
  }
  const priceIndex =
    model.priceIndex === undefined ? null : formula(model.priceIndex, '/priceIndex');
  if (priceIndex !== null) {
    const named = { name: priceIndexName, unit: {}, formula: priceIndex } as const;
    declare({ kind: 'definition', ...named }, '/priceIndex');
  }
  for (const [name, event] of Object.entries(model.events)) {
    const pointer = `/events/${name}`;
    const amounts = Object.keys(event.amounts).sort();
    const dimension = event.dimension ?? null;
    declare({ kind: 'event-count', name: `${name}.count`, event: name }, pointer);
    declare({ kind: 'event-rate', name: `${name}.rate`, event: name }, pointer);
    for (const amount of amounts) {
      declare(
        {
          kind: 'event-amount',
          name: `${name}.${amount}`,
          event: name,
          formula: formula(event.amounts[amount] ?? '', `${pointer}/amounts/${amount}`),
        },
        `${pointer}/amounts/${amount}`,
      );
    }
    events.set(
      name,
      'of' in event
        ? {
            kind: 'follow-on',
            name,
            of: event.of,
            chance: formula(event.chance, `${pointer}/chance`),
            dimension,
            amounts,
          }
        : {
            kind: 'primary',
            name,
            frequency: event.frequency,
            dimension,
            amounts,
            rate: formula(event.rate, `${pointer}/rate`),
            dispersion:
              event.dispersion === undefined
                ? null
                : formula(event.dispersion, `${pointer}/dispersion`),
          },
    );
    if (
      !('of' in event) &&
      event.frequency === 'negative-binomial' &&
      event.dispersion === undefined
    ) {
      issues.add(
        'dispersion-missing',
        modelPlaces,
        pointer,
        'a negative-binomial event needs "dispersion", its size parameter (variance = mean + mean^2 / size)',
      );
    }
  }
  const lines = new Map<string, ModelLine>();
  const addLines = (source: Readonly<Record<string, ModelLine>>, places: Places) => {
    for (const [name, line] of Object.entries(source)) {
      const pointer = `/lines/${name}`;
      lines.set(name, line);
      declare(
        { kind: 'line', name, line, formula: formula(line.formula, `${pointer}/formula`, places) },
        pointer,
        places,
      );
    }
  };
  addLines(model.lines, modelPlaces);
  addLines(scenario.lines, scenarioPlaces);

  const total = (key: string, member: (line: ModelLine) => boolean) => {
    const names = [...lines].filter(([, line]) => member(line)).map(([name]) => name);
    declare({ kind: 'total', name: `cost.${key}`, lines: names }, '/categories');
  };
  total('total', () => true);
  for (const kind of ['investment', 'running', 'loss']) total(kind, (line) => line.kind === kind);
  for (const category of Object.keys(model.categories))
    total(category, (line) => line.category === category);

  return {
    model,
    scenario,
    declarations,
    events,
    postures: scenario.postures.map((posture) => posture.id),
    years: scenario.years,
    priceIndex,
    outputs: new Map(
      Object.entries(model.outputs).map(([name, output]) => [
        name,
        {
          unit: unit(output.unit, `/outputs/${name}/unit`),
          formula: formula(output.formula, `/outputs/${name}/formula`),
        },
      ]),
    ),
    ratios: new Map(
      Object.entries(model.ratios).map(([name, ratio]) => [
        name,
        {
          numerator: formula(ratio.numerator, `/ratios/${name}/numerator`),
          denominator: formula(ratio.denominator, `/ratios/${name}/denominator`),
        },
      ]),
    ),
    checks: model.checks.map((check, index) => ({
      index,
      when: formula(check.when, `/checks/${index}/when`),
    })),
  };
}
