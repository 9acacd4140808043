import { resultCsv } from '../export/result-csv.ts';
import { resultJson } from '../export/result-json.ts';
import { shownCurrency } from '../present/shown-currency.ts';
import type { ExportKind } from './export-result.ts';
import { loadEvidence } from './load-evidence.ts';
import type { ScenarioSession } from './scenario-session.ts';

/** As many as other tools expect, in a file that mail carries. */
const libraryTrials = 10_000;

const types = {
  result: 'application/json',
  csv: 'text/csv',
  report: 'text/html',
  sipmath: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Makes a file of the result that a session shows. The same run gives the same file as the command line. */
export async function makeExport(
  kind: Exclude<ExportKind, 'scenario'>,
  session: ScenarioSession,
): Promise<Blob> {
  return new Blob([await contentOf(kind, session)], { type: types[kind] });
}

async function contentOf(
  kind: Exclude<ExportKind, 'scenario'>,
  session: ScenarioSession,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const { briefing, result } = session;
  if (result === null) throw new Error('There is no result yet.');
  if (kind === 'csv') return resultCsv(result);
  if (kind === 'result') return resultJson(result);
  if (session.isStale || session.progress !== null || briefing === null)
    throw new Error('The answer is being computed anew: ask again when it is there.');
  if (kind === 'sipmath')
    return session.ask((runner, request) =>
      runner.sipmathLibrary({ ...request, trials: libraryTrials }),
    );
  const evidence = loadEvidence();
  if (kind === 'xlsx') {
    const asked = session.ask((runner, request) => runner.workbookFigures(request));
    const [figures, { workbookBytes }] = await Promise.all([
      asked,
      import('../export/workbook.ts'),
    ]);
    return workbookBytes({ result, briefing, figures, evidence: await evidence });
  }
  const [decision, switching, { reportHtml }] = await Promise.all([
    session.ask((runner, request) => runner.decision(request)),
    session.ask((runner, request) => runner.switchingValues(request)),
    import('../export/report/report.ts'),
  ]);
  const currency = shownCurrency(result, session.currency);
  return reportHtml({ result, briefing, decision, switching, currency, evidence: await evidence });
}
