import { layOutBlocks, placeOfTrial } from '../engine/blocks.ts';
import { cashFlowLeaves, cashFlowPlan, trialsPlan } from '../language/cash-flow-plan.ts';
import type { CashFlowLeaf } from '../language/cash-flow-plan.ts';
import type { Expression } from '../language/expression.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { priceIndexName, priceIndexWords } from '../schema/price-index.ts';
import { GivenUp, pauseOrStop, runInSlices } from './decision-run.ts';
import type { RunData } from './run-data.ts';

/** An input, or what an event gives, on average over all futures. */
export interface NamedMean {
  readonly kind: 'input' | 'event';
  readonly label: string;
  readonly unit: string;
  readonly byPosture: boolean;
  readonly byYear: boolean;
  /** Whether it differs from future to future. */
  readonly isUncertain: boolean;
  /** `values[posture][year]`; one entry only along an axis over which it is the same. */
  readonly values: readonly (readonly (number | string)[])[];
}

/** A cost line: its formula, and what it comes to on average at the prices of each year, HK$. */
export interface CashLine {
  readonly label: string;
  readonly category: string;
  readonly kind: 'investment' | 'running' | 'loss';
  readonly formula: Expression;
  /** `means[posture][year]`. */
  readonly means: readonly (readonly number[])[];
  /** `isUncertain[posture][year]`. */
  readonly isUncertain: readonly (readonly boolean[])[];
}

export interface NamedFormula {
  readonly label: string;
  readonly help: string;
  readonly unit: string;
  readonly formula: Expression;
}

export interface RatioFormula {
  readonly label: string;
  readonly help: string;
  readonly numerator: Expression;
  readonly denominator: Expression;
}

/** The first futures of a run one by one, in their order. */
export interface TrialTable {
  readonly trials: number;
  readonly columns: readonly {
    /** `tco`, or `year` for the total of a year. */
    readonly name: string;
    readonly posture: string;
    readonly year: number | null;
    readonly values: Float64Array;
  }[];
}

/** What a workbook shows beyond the result of its run: plain data, so that it crosses threads. */
export interface WorkbookFigures {
  readonly postures: readonly string[];
  readonly years: number;
  readonly lines: Readonly<Record<string, CashLine>>;
  readonly names: Readonly<Record<string, NamedMean>>;
  readonly definitions: Readonly<Record<string, NamedFormula>>;
  /** Which lines each total such as `cost.running` adds up. */
  readonly totals: Readonly<Record<string, readonly string[]>>;
  readonly priceIndex: Expression | null;
  readonly outputs: Readonly<Record<string, NamedFormula>>;
  readonly ratios: Readonly<Record<string, RatioFormula>>;
  readonly trials: TrialTable;
}

const mostTrials = 10_000;

/**
 * The mean cash flow of a run by line, posture and year, all that its formulas rest on, and its
 * first futures. null where `pause` tells that it is no longer wanted.
 */
export async function workbookFigures(
  source: ProgramSource,
  pause: () => Promise<boolean>,
): Promise<WorkbookFigures | null> {
  const { model, postures, scenario, years } = source;
  const { run } = scenario;
  try {
    const stop = pauseOrStop(pause);
    const data = await runInSlices(cashFlowPlan(source), run, run.trials, stop);
    const units = new Map(
      Object.entries(model.inputs).map(([name, { unit = '' }]) => [name, unit]),
    );
    return {
      postures,
      years,
      lines: linesOf(source, data),
      names: Object.fromEntries([
        ...cashFlowLeaves(source).map((leaf) => [leaf.name, meanOf(leaf, source, data, units)]),
        ...wordsOf(source),
      ]),
      definitions: Object.fromEntries(
        [...source.declarations.values()].flatMap((each): [string, NamedFormula][] => {
          if (each.kind !== 'definition' || each.formula.expression === null) return [];
          const {
            help = '',
            label = each.name,
            unit = '',
          } = each.name === priceIndexName ? priceIndexWords : (model.definitions[each.name] ?? {});
          return [[each.name, { label, help, unit, formula: each.formula.expression }]];
        }),
      ),
      totals: Object.fromEntries(
        [...source.declarations.values()].flatMap((each) =>
          each.kind === 'total' ? [[each.name, each.lines]] : [],
        ),
      ),
      priceIndex: source.priceIndex?.expression ?? null,
      outputs: Object.fromEntries(
        [...source.outputs].flatMap(([name, { formula }]): [string, NamedFormula][] => {
          const { help = '', label = name, unit = '' } = model.outputs[name] ?? {};
          return formula.expression === null
            ? []
            : [[name, { label, help, unit, formula: formula.expression }]];
        }),
      ),
      ratios: Object.fromEntries(
        [...source.ratios].flatMap(
          ([name, { denominator, numerator }]): [string, RatioFormula][] => {
            const { help = '', label = name } = model.ratios[name] ?? {};
            return numerator.expression === null || denominator.expression === null
              ? []
              : [
                  [
                    name,
                    {
                      label,
                      help,
                      numerator: numerator.expression,
                      denominator: denominator.expression,
                    },
                  ],
                ];
          },
        ),
      ),
      trials: await trialsOf(source, stop),
    };
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}

function linesOf(source: ProgramSource, data: RunData): Record<string, CashLine> {
  return Object.fromEntries(
    [...source.declarations.values()].flatMap((each): [string, CashLine][] => {
      if (each.kind !== 'line' || each.formula.expression === null) return [];
      const { name } = each;
      const { category, kind } = each.line;
      const label = (source.model.lines[name] ?? source.scenario.lines[name])?.label ?? name;
      const by = <T>(show: (posture: string, year: number) => T): readonly (readonly T[])[] =>
        source.postures.map((posture) =>
          Array.from({ length: source.years }, (_, year) => show(posture, year + 1)),
        );
      return [
        [
          name,
          {
            label,
            category: source.model.categories[category]?.label ?? category,
            kind,
            formula: each.formula.expression,
            means: by((posture, year) => data.mean('line-year', name, posture, year).mean),
            isUncertain: by(
              (posture, year) => data.constant('line-year', name, posture, year) === null,
            ),
          },
        ],
      ];
    }),
  );
}

function meanOf(
  leaf: CashFlowLeaf,
  source: ProgramSource,
  data: RunData,
  units: ReadonlyMap<string, string>,
): NamedMean {
  const { name } = leaf;
  const isInput = leaf.kind === 'input';
  const byPosture = isInput ? leaf.posture : true;
  const byYear = isInput ? leaf.year : true;
  const postures = byPosture ? source.postures : source.postures.slice(0, 1);
  const values = postures.map((posture) =>
    Array.from(
      { length: byYear ? source.years : 1 },
      (_, year) => data.mean('named', name, posture, year + 1).mean,
    ),
  );
  const isUncertain = postures.some((posture) =>
    Array.from({ length: byYear ? source.years : 1 }, (_, year) => year + 1).some(
      (year) => data.constant('named', name, posture, year) === null,
    ),
  );
  const unit = isInput
    ? (units.get(name) ?? '')
    : leaf.kind === 'event-amount'
      ? 'HKD/year'
      : '1/year';
  return {
    kind: isInput ? 'input' : 'event',
    label: isInput ? (source.model.inputs[name]?.label ?? name) : eventLabel(leaf, source),
    unit,
    byPosture,
    byYear,
    isUncertain,
    values,
  };
}

function eventLabel(
  leaf: Exclude<CashFlowLeaf, { kind: 'input' }>,
  { model }: ProgramSource,
): string {
  const label = model.events[leaf.event]?.label ?? leaf.event;
  const part = leaf.name.slice(leaf.event.length + 1);
  return leaf.kind === 'event-rate'
    ? `${label}: expected number`
    : leaf.kind === 'event-count'
      ? `${label}: number`
      : `${label}: ${part}`;
}

/** Inputs that are words of a choice. */
function wordsOf({ declarations, model, scenario }: ProgramSource): [string, NamedMean][] {
  return [...declarations.values()].flatMap((each): [string, NamedMean][] => {
    if (each.kind !== 'input' || each.choices === null) return [];
    const cells = scenario.inputs[each.name]?.cells ?? [];
    const values = cells.map((row) =>
      row
        .map((cell) => (cell.kind === 'text' ? cell.value : ''))
        .slice(0, each.year ? undefined : 1),
    );
    return [
      [
        each.name,
        {
          kind: 'input',
          label: model.inputs[each.name]?.label ?? each.name,
          unit: '',
          byPosture: each.posture,
          byYear: each.year,
          isUncertain: false,
          values: each.posture ? values : values.slice(0, 1),
        },
      ],
    ];
  });
}

async function trialsOf(source: ProgramSource, stop: () => Promise<void>): Promise<TrialTable> {
  const { run } = source.scenario;
  const trials = Math.min(mostTrials, run.trials);
  // The same futures as in the whole run: a trial's numbers depend on nothing but its own.
  const layout = layOutBlocks(trials);
  const outputs = [...source.outputs.keys()].filter((name) => /^tco(PresentValue)?$/.test(name));
  const data = await runInSlices(trialsPlan(source, outputs), run, trials, stop);
  return {
    trials,
    columns: data.columns.observed.flatMap(({ group, name, posture, year }) => {
      if (posture === null) return [];
      const column = data.column(group, name, posture, year);
      const values = Float64Array.from({ length: trials }, (_, index) => {
        const { first, replicate } = placeOfTrial(index + 1, layout);
        return column[(layout.offsets[replicate] ?? 0) + first] ?? NaN;
      });
      return [{ name: group === 'year' ? 'year' : name, posture, year, values }];
    }),
  };
}
