import { didYouMean } from '../schema/near-miss.ts';
import { printable } from '../schema/describe.ts';
import type { CommandBody } from './command.ts';
import { deliver } from './deliver.ts';
import { exitCode, wrongCommand } from './exit-code.ts';
import { libraryTrials, libraryOfRun } from './library-of-run.ts';
import { refuseOtherContent } from './output-format.ts';
import { runOptions } from './run-options.ts';
import { prepareOrStop } from './run-scenario.ts';

/** `tandem sipmath`: a run as a SIPmath 3.0 library, with its trials. */
export const sipmathCommand: CommandBody = async (given, terminal) => {
  const [file = ''] = given.files;
  refuseOtherContent(given, ['a SIPmath library', 'json'], 'a SIPmath library');
  const run = { trials: libraryTrials, ...runOptions(given) };
  const { evidence, prepared } = prepareOrStop(file, run, given, terminal);
  const { output } = given.options;
  const known = [...Object.keys(prepared.compiled.source.model.outputs), 'saving'];
  if (output !== undefined && !known.includes(output))
    throw wrongCommand(
      `--output: there is no output "${printable(output)}"${didYouMean(output, known) || `; there are ${known.join(', ')}`}`,
    );
  const asked = output === undefined ? {} : { output };
  await deliver(await libraryOfRun({ evidence, prepared }, asked), given.options.out, terminal);
  return exitCode.done;
};
