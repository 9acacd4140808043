import { calibrateInputs } from '../analysis/calibrate-inputs.ts';
import type { ProgramSource } from '../language/program-source.ts';
import { parseFormula } from '../language/parse-formula.ts';
import type { Expression } from '../language/expression.ts';
import { prepareWith } from '../runner/prepare.ts';
import { lawWith } from '../runner/regime-files.ts';
import type { RunOptions } from '../schema/resolved.ts';
import type { Places } from '../schema/source.ts';
import type { Prepared } from '../runner/prepare.ts';
import type { CalibrationTarget } from '../schema/calibration.ts';
import { jsonText } from '../schema/json-text.ts';
import { scenarioText } from '../schema/save-scenario.ts';
import { withNote } from '../schema/scale-value.ts';
import type { Value } from '../schema/value-form.ts';
import { printable } from '../schema/describe.ts';
import type { Arguments } from './command.ts';
import { wrongInput } from './exit-code.ts';
import { inputCalibrationCsv, inputCalibrationTable } from './input-calibration-text.ts';
import { runOptions } from './run-options.ts';
import { prepareOrStop } from './run-scenario.ts';
import { deliver } from './deliver.ts';
import type { Terminal } from './terminal.ts';

type Values = Readonly<Record<string, Value>>;

/** Finds input values that meet the targets; --out takes the scenario that has them. */
export async function calibrateByInputs(
  targets: readonly CalibrationTarget[],
  format: 'table' | 'json' | 'csv',
  given: Arguments,
  terminal: Terminal,
): Promise<void> {
  const [file = ''] = given.files;
  const run = runOptions(given);
  const { prepared } = prepareOrStop(file, run, given, terminal);
  const { source } = prepared.compiled;
  const { out, vary } = given.options;
  const preparedWith = againWith(prepared, run);
  const outcome = await calibrateInputs({
    source,
    targets,
    values: valuesOf(prepared),
    sourceWith: (values): ProgramSource | null => preparedWith(values)?.compiled.source ?? null,
    inputs: vary === undefined ? null : vary.split(',').map((each) => each.trim()),
    pause: () => Promise.resolve(true),
  });
  if (outcome === null) throw new RangeError('a calibration that nobody gave up was given up');
  const { found, values } = outcome;
  if (out !== undefined)
    await deliver(calibratedScenario(values, preparedWith, file), out, terminal);
  await terminal.answer(
    format === 'json'
      ? jsonText(found)
      : format === 'csv'
        ? inputCalibrationCsv(found)
        : inputCalibrationTable(found, source, out, terminal.styled),
  );
}

/** Prepares a scenario again with other values: what was read of files, model and formulas stays. */
function againWith(
  { base, compiled, identity }: Prepared,
  run: Partial<RunOptions>,
): (values: Values) => Prepared | null {
  const formulas = new Map<string, Expression>();
  const parse = (text: string): Expression => {
    const expression = formulas.get(text) ?? parseFormula(text);
    formulas.set(text, expression);
    return expression;
  };
  const places: Places = { locate: () => ({ file: '', line: 0, column: 0 }) };
  return (inputs) =>
    prepareWith({
      file: identity.scenarioFile,
      load: () => ({ value: base, issues: [], places: base.places }),
      findModel: () => ({ file: '', source: '' }),
      readModel: () => ({ value: compiled.source.model, issues: [], places }),
      parse,
      applyLaw: lawWith(parse),
      run,
      changes: { inputs },
    }).prepared;
}

/** Every value as the scenario, the law or the model has it. */
function valuesOf({ compiled, identity }: Prepared): Values {
  const { model } = compiled.source;
  const defaults = Object.entries(model.inputs).flatMap(([name, input]) =>
    input.default === undefined ? [] : [[name, input.default] as const],
  );
  return { ...Object.fromEntries(defaults), ...(identity.given as Values) };
}

/** The scenario with the values that were found, each with a note of where it comes from. */
function calibratedScenario(
  values: Values,
  preparedWith: (values: Values) => Prepared | null,
  file: string,
): string {
  const noted = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      withNote(value, 'Moved from what it was so that the scenario meets what is known.'),
    ]),
  );
  const prepared = preparedWith(noted);
  if (prepared === null) throw wrongInput(`${printable(file)} cannot be written with these values`);
  const { loaded } = prepared;
  const { currencyOf, scenario } = loaded;
  const currency = scenario.currency ?? 'HKD';
  const other = Object.keys(scenario.inputs ?? {}).find(
    (name) => currencyOf(`/inputs/${name}`) !== currency,
  );
  if (other !== undefined)
    throw wrongInput(
      `${other} is in ${currencyOf(`/inputs/${other}`)}, the scenario in ${currency}: one file cannot hold both. Give it in ${currency} first`,
    );
  const name = `${scenario.name}, calibrated`;
  return scenarioText({ ...loaded, scenario: { ...scenario, name } });
}
