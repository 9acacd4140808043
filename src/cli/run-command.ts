import type { CommandBody } from './command.ts';
import { exitCode } from './exit-code.ts';
import { jsonText } from '../schema/json-text.ts';
import { formatOf } from './output-format.ts';
import { resultCsv } from '../export/result-csv.ts';
import { resultTable } from './result-table.ts';
import { mostStreamedTrials, runOptions } from './run-options.ts';
import { mostKeptTrials } from '../schema/scenario.ts';
import { prepareOrStop, runPrepared } from './run-scenario.ts';
import { settledTrials } from './settled-trials.ts';
import { deliver } from './deliver.ts';

/** `tandem run`: simulates a scenario and says what each posture costs. */
export const runCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const format = formatOf(given, ['table', 'json', 'csv']);
  // What settles the choice is looked for among trials that are all kept.
  const most = given.options.until === undefined ? mostStreamedTrials : mostKeptTrials;
  const asked = prepareOrStop(file, runOptions(given, most), given, terminal);
  const ready =
    given.options.until === undefined
      ? asked
      : prepareOrStop(
          file,
          {
            ...runOptions(given),
            trials: await settledTrials(asked, given.options.until, terminal),
          },
          { ...given, options: { ...given.options, quiet: '' } },
          terminal,
        );
  const result = await runPrepared(ready, terminal);
  const { model, scenario } = ready.prepared.compiled.source;
  const styled = terminal.styled && given.options.out === undefined;
  const rate = scenario.exchangeRates[scenario.currency] ?? 1;
  const text =
    format === 'json'
      ? jsonText(result)
      : format === 'csv'
        ? resultCsv(result)
        : resultTable(result, model, rate, styled);
  await deliver(text, given.options.out, terminal);
  return exitCode.done;
};
