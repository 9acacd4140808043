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
import { exitCode, wrongCommand } from './exit-code.ts';
import type { PreparedFile } from './prepare-file.ts';
import { runOptions } from './run-options.ts';
import { asFailedRun, prepareOrStop, runPrepared } from './run-scenario.ts';
import { deliver } from './deliver.ts';
import { libraryOfRun, libraryTrials } from './library-of-run.ts';

/** Makes one kind of file of a scenario. */
type Make = (
  ready: PreparedFile,
  run: () => Promise<Result>,
) => Promise<string | Uint8Array | Iterable<string>>;

const always = () => Promise.resolve(true);
const givenUp = () => new RangeError('an analysis that nobody gave up was given up');

/** What a report can be, by the ending of its name; the longer endings first. */
const kinds: Readonly<Record<string, Make>> = {
  '.html': async ({ evidence, prepared }, run) => {
    const result = await run();
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
  '.xlsx': async ({ evidence, prepared }, run) => {
    const result = await run();
    const { workbookBytes } = await import('../export/workbook.ts');
    const figures = await workbookFigures(prepared.compiled.source, always);
    if (figures === null) throw givenUp();
    return workbookBytes({ result, figures, evidence, briefing: briefingOf(prepared) });
  },
  '.csv': async (_, run) => resultCsv(await run()),
  // It keeps every trial, which the run of a result does not.
  '.sip.json': (ready) => libraryOfRun(ready),
  '.json': async (_, run) => resultJson(await run()),
};

/** `tandem report`: a run as a file to hand on; the ending of its name says which kind. */
export const reportCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const { out } = given.options;
  const endings = Object.keys(kinds);
  const listed = endings.join(', ');
  if (out === undefined)
    throw wrongCommand(`say where the report goes: --out NAME with one of ${listed}`);
  const ending = endings.find((each) => out.toLowerCase().endsWith(each));
  const make = ending === undefined ? undefined : kinds[ending];
  if (make === undefined)
    throw wrongCommand(
      `${JSON.stringify(out)} does not say what to write: its name has to end in one of ${listed}`,
    );
  const usual = ending === '.sip.json' ? { trials: libraryTrials } : {};
  const ready = prepareOrStop(file, { ...usual, ...runOptions(given) }, given, terminal);
  try {
    const content = await make(ready, () => runPrepared(ready, terminal));
    await deliver(content, out, terminal);
  } catch (error) {
    throw asFailedRun(error);
  }
  return exitCode.done;
};
