import type { Places } from '../schema/source.ts';
import type { Expression } from './expression.ts';
import type { Unit } from './unit.ts';

/** One formula of a model or scenario: where it stands and what it says. */
export interface Formula {
  readonly text: string;
  readonly pointer: string;
  readonly places: Places;
  /** null where it could not be read; the issue has been reported. */
  readonly expression: Expression | null;
}

/** What a name in a formula stands for. */
export type Declaration =
  | {
      readonly kind: 'input';
      readonly name: string;
      /** null where the unit could not be read: it fits any, so that one fault gives one issue. */
      readonly unit: Unit | null;
      readonly posture: boolean;
      readonly year: boolean;
      readonly uncertain: boolean;
      readonly perEvent: boolean;
      /** The words it may be, for an input that is a choice. */
      readonly choices: readonly string[] | null;
    }
  | {
      readonly kind: 'definition';
      readonly name: string;
      readonly unit: Unit | null;
      readonly formula: Formula;
    }
  | {
      readonly kind: 'line';
      readonly name: string;
      readonly formula: Formula;
      readonly line: LineDeclaration;
    }
  /** A total such as cost.fines: the sum of its lines, at the prices of each year. */
  | { readonly kind: 'total'; readonly name: string; readonly lines: readonly string[] }
  | { readonly kind: 'event-rate'; readonly name: string; readonly event: string }
  | { readonly kind: 'event-count'; readonly name: string; readonly event: string }
  | {
      readonly kind: 'event-amount';
      readonly name: string;
      readonly event: string;
      readonly formula: Formula;
    };

export interface LineDeclaration {
  readonly category: string;
  readonly kind: 'investment' | 'running' | 'loss';
}

/** How often an event happens. */
export type EventDeclaration =
  | {
      readonly kind: 'primary';
      readonly name: string;
      readonly frequency: 'poisson' | 'bernoulli' | 'negative-binomial';
      readonly rate: Formula;
      readonly dispersion: Formula | null;
      readonly dimension: number | null;
      /** Names of its amounts, in the order of the alphabet. */
      readonly amounts: readonly string[];
    }
  | {
      readonly kind: 'follow-on';
      readonly name: string;
      readonly of: string;
      readonly chance: Formula;
      readonly dimension: number | null;
      readonly amounts: readonly string[];
    };
