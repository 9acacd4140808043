import type { WorkbookFigures } from '../analysis/workbook-figures.ts';
import { citation } from '../present/citation.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Result } from '../schema/result.ts';
import { cashFlowSheet } from './cash-flow-sheet.ts';
import { componentsSheet, percentilesSheet, trialsSheet } from './figures-sheets.ts';
import { registerSheet } from './register-sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import { assumptionsSheet, claimsSheet, lawSheet, manifestSheet } from './text-sheets.ts';
import { writeWorkbook } from './write-workbook.ts';
import type { WorkbookFile } from './write-workbook.ts';

/** What a workbook is made from. */
export interface WorkbookParts {
  readonly result: Result;
  readonly figures: WorkbookFigures;
  readonly briefing: Briefing;
  readonly evidence: Evidence;
}

/** All sheets of a run, as data. */
export function workbookOf({ briefing, evidence, figures, result }: WorkbookParts): WorkbookFile {
  const cashFlow = cashFlowSheet(figures, result);
  return {
    title: `${result.manifest.scenario.name}: total cost of ownership`,
    description: citation(result, '').trim(),
    date: result.manifest.asOf,
    names: cashFlow.names,
    sheets: [
      summarySheet(result, cashFlow.checked),
      cashFlow.sheet,
      assumptionsSheet(briefing, result, evidence),
      percentilesSheet(result),
      componentsSheet(result),
      claimsSheet(result),
      lawSheet(result),
      registerSheet(briefing, result),
      trialsSheet(figures.trials, result),
      manifestSheet(result),
    ],
  };
}

/** A run as an xlsx workbook that computes. */
export function workbookBytes(parts: WorkbookParts): Promise<Uint8Array<ArrayBuffer>> {
  return writeWorkbook(workbookOf(parts));
}
