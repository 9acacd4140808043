import type { ShownCurrency } from '../../present/shown-currency.ts';
import type { Briefing } from '../../schema/briefing.ts';
import type { Decision } from '../../schema/decision.ts';
import type { Evidence } from '../../schema/evidence.ts';
import type { Result } from '../../schema/result.ts';
import type { SwitchingValue } from '../../schema/switching-value.ts';

/** What a report is made from: nothing in it is computed anew. */
export interface ReportParts {
  readonly result: Result;
  readonly briefing: Briefing;
  readonly evidence: Evidence;
  readonly decision: Decision;
  readonly switching: readonly SwitchingValue[];
  /** In which amounts are shown. */
  readonly currency: ShownCurrency;
}
