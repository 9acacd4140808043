/** Inputs that may become known together. */
export interface AskedGroup {
  readonly id: string;
  readonly label: string;
  readonly inputs: readonly string[];
}

export interface DecisionOptions {
  /** Total effects too: one more run for each driver. */
  readonly totals: boolean;
  /** Groups to value besides those of the model. */
  readonly groups: readonly AskedGroup[];
}

export const usualDecision: DecisionOptions = { totals: false, groups: [] };
