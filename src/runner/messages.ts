import type { Issue } from '../schema/issue.ts';
import type { Result } from '../schema/result.ts';

/** What a page asks its worker to compute. Files are given as text: a worker fetches nothing. */
export interface CalculationRequest {
  readonly id: number;
  /** The scenario's file name and text, and those of what it extends. */
  readonly scenarioFile: string;
  readonly files: Readonly<Record<string, string>>;
  readonly trials?: number;
  readonly seed?: number;
}

export type CalculationMessage =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly of: number }
  | {
      readonly id: number;
      readonly kind: 'done';
      readonly result: Result | null;
      readonly issues: readonly Issue[];
    }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
