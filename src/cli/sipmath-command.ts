import { beginCompiledEngine } from '../engine/compiled-engine.ts';
import { sipmathLibrary } from '../sipmath/sipmath-library.ts';
import { runWhole } from '../runner/run-whole.ts';
import type { CommandBody } from './command.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { exitCode, wrongCommand } from './exit-code.ts';
import { runOptions } from './run-options.ts';
import { asFailedRun, prepareOrStop } from './run-scenario.ts';
import { deliver } from './terminal.ts';

/** As many trials as tools that read such libraries expect, and a file that mail carries. */
const usualTrials = 10_000;

/** `tandem sipmath`: a run as a SIPmath 3.0 library, with its trials. */
export const sipmathCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  const run = { trials: usualTrials, ...runOptions(given) };
  const { evidence, prepared } = prepareOrStop(file, run, given, terminal);
  const { output } = given.options;
  const known = [...Object.keys(prepared.compiled.source.model.outputs), 'saving'];
  if (output !== undefined && !known.includes(output))
    throw wrongCommand(
      `--output: there is no output "${output}"${didYouMean(output, known) || `; there are ${known.join(', ')}`}`,
    );
  await beginCompiledEngine();
  try {
    const { data, result } = await runWhole(prepared, evidence);
    const asked = output === undefined ? {} : { output };
    const text = sipmathLibrary(prepared.compiled.source, data, result, asked);
    deliver(text, given.options.out, terminal);
  } catch (error) {
    throw asFailedRun(error);
  }
  return exitCode.done;
};
