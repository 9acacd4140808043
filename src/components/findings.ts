import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Decision } from '../schema/decision.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Result } from '../schema/result.ts';
import type { Asking } from './asking.ts';
import type { SwitchingSearch } from './switching-search.ts';

/** What was found out about one whole run: all of it belongs together. */
export interface Findings {
  readonly decision: Decision;
  readonly result: Result;
  readonly evidence: Evidence;
  /** What would change the answer, input by input; null while it is being found out. */
  readonly switching: SwitchingSearch;
  /** Yearly turnover of the company in HK$; null where it does not say. */
  readonly turnover: number | null;
  /** Whom to ask more. */
  readonly asking: Asking;
}

/** Findings, and the currency to show them in. */
export interface ShownFindings extends Findings {
  readonly currency: ShownCurrency;
}
