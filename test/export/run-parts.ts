import { readFileSync } from 'node:fs';
import { decide } from '../../src/analysis/decide.ts';
import { usualDecision } from '../../src/analysis/decision-options.ts';
import { switchingValues } from '../../src/analysis/switching-values.ts';
import { workbookFigures } from '../../src/analysis/workbook-figures.ts';
import type { ReportParts } from '../../src/export/report/report-parts.ts';
import type { WorkbookParts } from '../../src/export/workbook.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { shownCurrency } from '../../src/present/shown-currency.ts';
import { briefingOf } from '../../src/runner/briefing-of.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';
import { lawWith } from '../../src/runner/regime-files.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import type { RunOptions } from '../../src/schema/resolved.ts';
import type { Value } from '../../src/schema/value-form.ts';

export const evidence = JSON.parse(readFileSync('models/evidence.json', 'utf8')) as Evidence;

/** A scenario of the project, ready to run, with other inputs where some are given. */
export function prepareScenario(
  file: string,
  run: Partial<RunOptions> = {},
  inputs: Readonly<Record<string, Value>> = {},
  read: (path: string) => string | Uint8Array = (path) => readFileSync(path),
): Prepared {
  const { issues, prepared } = prepare({
    file,
    read,
    findModel: (name) => ({ file: name, source: readFileSync(`models/${name}.json`) }),
    parse: parseFormula,
    applyLaw: lawWith(parseFormula),
    changes: { inputs },
    run,
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return prepared;
}

/** All that a workbook is made from. */
export async function workbookParts(
  ...given: Parameters<typeof prepareScenario>
): Promise<WorkbookParts> {
  const prepared = prepareScenario(...given);
  const figures = await workbookFigures(prepared.compiled.source, () => Promise.resolve(true));
  return {
    result: calculate(prepared, evidence),
    figures: figures!,
    briefing: briefingOf(prepared),
    evidence,
  };
}

/** All that a report is made from. */
export async function reportParts(
  ...given: Parameters<typeof prepareScenario>
): Promise<ReportParts> {
  const prepared = prepareScenario(...given);
  const { compiled, identity } = prepared;
  const result = calculate(prepared, evidence);
  const always = () => Promise.resolve(true);
  return {
    result,
    evidence,
    briefing: briefingOf(prepared),
    currency: shownCurrency(result, null),
    decision: (await decide(compiled, identity, always, usualDecision))!,
    switching: (await switchingValues(compiled.source, always))!,
  };
}
