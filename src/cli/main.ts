import { tandemVersion } from '../analysis/version.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { commands } from './commands.ts';
import { CommandStop, exitCode, wrongCommand } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { helpOf, overview } from './help.ts';
import { parseArguments } from './parse-arguments.ts';
import { systemTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

async function main(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    terminal.remark(overview());
    return exitCode.wrongCommand;
  }
  if (first === '--version' || first === '-V') {
    terminal.answer(`${tandemVersion}\n`);
    return exitCode.done;
  }
  const asksHelp = first === 'help' || first === '--help' || first === '-h';
  const [name] = asksHelp ? rest : [first];
  if (name === undefined) {
    terminal.answer(overview());
    return exitCode.done;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const names = commands.map((each) => each.name);
    const near = didYouMean(name, names);
    throw wrongCommand(
      `there is no command "${name}"${near === '' ? `; there are ${names.join(', ')}` : near}`,
    );
  }
  const given = asksHelp ? null : parseArguments(command, rest);
  if (given === null || given.options.help !== undefined) {
    terminal.answer(helpOf(command));
    return exitCode.done;
  }
  const body = await command.load();
  return body(given, terminal);
}

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.done);
  throw error;
});

const terminal = systemTerminal();
try {
  process.exitCode = await main(process.argv.slice(2), terminal);
} catch (error) {
  if (error instanceof CommandStop) {
    const help = error.code === exitCode.wrongCommand ? '\nTry "tandem --help".' : '';
    terminal.remark(`tandem: ${error.message}${help}\n`);
    process.exitCode = error.code;
  } else {
    const detail = error instanceof Error ? error.message : String(error);
    terminal.remark(`tandem: the run failed: ${detail}\n`);
    if (process.env['TANDEM_DEBUG'] !== undefined && error instanceof Error)
      terminal.remark(`${error.stack ?? ''}\n`);
    process.exitCode = exitCode.failedRun;
  }
}
