import { ChoiceMapError } from '../analysis/choice-map-error.ts';
import { choiceMap } from '../analysis/choice-map.ts';
import { decide } from '../analysis/decide.ts';
import { usualDecision } from '../analysis/decision-options.ts';
import { foundationOf } from '../analysis/foundation.ts';
import { plausibilityOf } from '../analysis/plausibility.ts';
import { switchingValues } from '../analysis/switching-values.ts';
import { turnoverOf } from '../present/turnover-of.ts';
import { printable } from '../schema/describe.ts';
import type { CommandBody } from './command.ts';
import { driversCsv, mapCsv } from './drivers-csv.ts';
import { driversTable } from './drivers-table.ts';
import type { Drivers } from './drivers-table.ts';
import { exitCode, wrongCommand } from './exit-code.ts';
import { jsonText } from '../schema/json-text.ts';
import { mapTable } from './map-table.ts';
import { formatOf } from './output-format.ts';
import { runOptions } from './run-options.ts';
import { asFailedRun, prepareOrStop, runPrepared } from './run-scenario.ts';
import type { PreparedFile } from './prepare-file.ts';
import { deliver } from './deliver.ts';

const always = () => Promise.resolve(true);

/** `tandem drivers`: what the decision turns on, and what knowing more would be worth. */
export const driversCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const format = formatOf(given, ['table', 'json', 'csv']);
  const ready = prepareOrStop(file, runOptions(given), given, terminal);
  const styled = terminal.styled && given.options.out === undefined;
  const { output, over } = given.options;
  if (over === undefined && output !== undefined)
    throw wrongCommand('--output belongs to a map: say --over INPUT as well');
  let text: string;
  if (over !== undefined) {
    const map = await mapOf(ready, over, output);
    text =
      format === 'json' ? jsonText(map) : format === 'csv' ? mapCsv(map) : mapTable(map, styled);
  } else {
    const result = await runPrepared(ready, terminal);
    const found = await driversOf(ready, result, given.options.totals !== undefined);
    text =
      format === 'json'
        ? jsonText(found)
        : format === 'csv'
          ? driversCsv(found.decision)
          : driversTable(found, result, styled);
  }
  await deliver(text, given.options.out, terminal);
  return exitCode.done;
};

async function mapOf({ prepared }: PreparedFile, over: string, output: string | undefined) {
  const axes = over.split(',').map((input) => ({ input: input.trim() }));
  try {
    const request = { axes, ...(output === undefined ? {} : { output }) };
    const map = await choiceMap(prepared.compiled.source, request, always);
    if (map === null) throw new RangeError('a map that nobody gave up was given up');
    return map;
  } catch (error) {
    if (error instanceof ChoiceMapError) throw wrongCommand(`--over: ${printable(error.message)}`);
    throw asFailedRun(error);
  }
}

async function driversOf(
  { evidence, prepared }: PreparedFile,
  result: Awaited<ReturnType<typeof runPrepared>>,
  totals: boolean,
): Promise<Drivers> {
  const { compiled, identity, loaded } = prepared;
  const { source } = compiled;
  try {
    const decision = await decide(compiled, identity, always, { ...usualDecision, totals });
    const breakEven = await switchingValues(source, always);
    if (decision === null || breakEven === null)
      throw new RangeError('an analysis that nobody gave up was given up');
    const figure = `tco.${decision.best}`;
    return {
      decision,
      breakEven,
      foundation: foundationOf(decision, figure, result.inputs, evidence),
      plausibility: plausibilityOf(
        result,
        decision.beyondCaps,
        turnoverOf(loaded.scenario.company ?? null, loaded.currencyOf('/company/turnover'), result),
      ),
    };
  } catch (error) {
    throw asFailedRun(error);
  }
}
