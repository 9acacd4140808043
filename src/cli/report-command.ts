import { extname } from 'node:path';
import { decide } from '../analysis/decide.ts';
import { usualDecision } from '../analysis/decision-options.ts';
import { switchingValues } from '../analysis/switching-values.ts';
import { workbookFigures } from '../analysis/workbook-figures.ts';
import { resultCsv } from '../export/result-csv.ts';
import { resultJson } from '../export/result-json.ts';
import { shownCurrency } from '../present/shown-currency.ts';
import { briefingOf } from '../runner/briefing-of.ts';
import type { Result } from '../schema/result.ts';
import type { CommandBody } from './command.ts';
import { deliver } from './deliver.ts';
import { exitCode, wrongCommand } from './exit-code.ts';
import type { PreparedFile } from './prepare-file.ts';
import { runOptions } from './run-options.ts';
import { asFailedRun, prepareOrStop, runPrepared } from './run-scenario.ts';

/** Makes one kind of file of a run. */
type Make = (ready: PreparedFile, result: Result) => Promise<string | Uint8Array>;

const always = () => Promise.resolve(true);
const givenUp = () => new RangeError('an analysis that nobody gave up was given up');

const kinds: Readonly<Record<string, Make>> = {
  '.html': async ({ evidence, prepared }, result) => {
    const { reportHtml } = await import('../export/report/report.ts');
    const { compiled, identity } = prepared;
    const decision = await decide(compiled, identity, always, usualDecision);
    const switching = await switchingValues(compiled.source, always);
    if (decision === null || switching === null) throw givenUp();
    const text = reportHtml({
      result,
      evidence,
      decision,
      switching,
      briefing: briefingOf(prepared),
      currency: shownCurrency(result, null),
    });
    // A page is not read on a terminal: what it says stays as it is.
    return new TextEncoder().encode(text);
  },
  '.csv': async (_, result) => resultCsv(result),
  '.json': async (_, result) => resultJson(result),
  '.xlsx': async ({ evidence, prepared }, result) => {
    const { workbookBytes } = await import('../export/workbook.ts');
    const figures = await workbookFigures(prepared.compiled.source, always);
    if (figures === null) throw givenUp();
    return workbookBytes({ result, figures, evidence, briefing: briefingOf(prepared) });
  },
};

/** `tandem report`: a run as a file to hand on; the ending of its name says which kind. */
export const reportCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const { out } = given.options;
  const endings = Object.keys(kinds).join(', ');
  if (out === undefined)
    throw wrongCommand(`say where the report goes: --out NAME with one of ${endings}`);
  const ending = extname(out).toLowerCase();
  const make = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (make === undefined)
    throw wrongCommand(
      `${JSON.stringify(out)} does not say what to write: its name has to end in one of ${endings}`,
    );
  const ready = prepareOrStop(file, runOptions(given), given, terminal);
  const result = await runPrepared(ready, terminal);
  try {
    await deliver(await make(ready, result), out, terminal);
  } catch (error) {
    throw asFailedRun(error);
  }
  return exitCode.done;
};
