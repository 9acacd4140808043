import type { DistributionSpec } from '../numeric/distributions/distribution-spec.ts';
import type { ModelLine } from './model.ts';

/** What an input is in one posture and one year: a number, a word of its choices, or a distribution. */
export type CellValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'distribution'; readonly spec: DistributionSpec };

/** What an input is once exactly these changes of the law count. */
export interface LaterCells {
  /** Ids, at least one. */
  readonly changes: readonly string[];
  /** As `cells` of the input. */
  readonly cells: readonly (readonly CellValue[])[];
}

/** A change of the law that may come within the horizon. */
export interface ComingChange {
  readonly id: string;
  /** Input that is 1 where it comes and 0 where it does not; null where it is certain to come. */
  readonly passes: string | null;
  /** From when it counts, in years from the law date: a number, or the input that says so. */
  readonly from: number | string;
}

/** One input after extension, defaults, postures and currency: ready to be compiled. */
export interface ResolvedInput {
  /** `cells[posture][year]`, in the order of the scenario's postures; always full. */
  readonly cells: readonly (readonly CellValue[])[];
  /** What it is instead once some changes of the law count, for every combination of them. */
  readonly later?: readonly LaterCells[];
  /** One multiplier a trial shared by all cells, or null. */
  readonly times: CellValue | null;
  /** HK$ for one unit of the currency that the figure was written in; 1 for units without money. */
  readonly currencyFactor: number;
  /** JSON pointer of the value in the scenario file, or of the default in the model file. */
  readonly pointer: string;
  /** `law`: filled in by the rules, for lack of a value in the scenario. */
  readonly from: 'scenario' | 'law' | 'model';
  readonly source: string | null;
  readonly note: string | null;
}

export type Sampling = 'sobol' | 'random';
export type Coupling = 'common' | 'independent';

export interface RunOptions {
  readonly trials: number;
  readonly seed: number;
  readonly sampling: Sampling;
  readonly coupling: Coupling;
}

/** A scenario with everything that it extends and leaves to defaults filled in. */
export interface ResolvedScenario {
  readonly name: string;
  readonly description: string;
  readonly modelId: string;
  /** Law date, ISO. */
  readonly asOf: string;
  /** Currency in which results are shown; amounts inside are HK$. */
  readonly currency: string;
  /** HK$ for one unit of each currency. */
  readonly exchangeRates: Readonly<Record<string, number>>;
  readonly years: number;
  readonly postures: readonly {
    readonly id: string;
    readonly label: string;
    readonly description: string;
  }[];
  readonly inputs: Readonly<Record<string, ResolvedInput>>;
  /** Cost lines that the scenario adds to an extensible model. */
  readonly lines: Readonly<Record<string, ModelLine>>;
  readonly correlations: readonly (readonly [string, string, number])[];
  /** Ids of published claims whose figures it is meant to reproduce. */
  readonly restates: readonly string[];
  /** Changes of the law that may come; none unless the scenario asks for some. */
  readonly changes?: readonly ComingChange[];
  readonly run: RunOptions;
}
