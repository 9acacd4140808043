import type { Arguments } from './command.ts';
import { commands } from './commands.ts';
import { CommandStop, exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Carries out a command; whatever ends it is told, and is in the exit code. */
export async function perform(
  name: string,
  given: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const command = commands.find((each) => each.name === name);
    if (command === undefined) throw new RangeError(`there is no command ${name}`);
    const body = await command.load();
    return await body(given, terminal);
  } catch (error) {
    return tellFailure(error, terminal);
  }
}

/** Says why a command ended before its answer; gives its exit code. */
export function tellFailure(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommandStop) {
    const help = error.code === exitCode.wrongCommand ? '\nTry "tandem --help".' : '';
    terminal.remark(`tandem: ${error.message}${help}\n`);
    return error.code;
  }
  const detail = error instanceof Error ? error.message : String(error);
  terminal.remark(`tandem: the run failed: ${detail}\n`);
  if (process.env['TANDEM_DEBUG'] !== undefined && error instanceof Error)
    terminal.remark(`${error.stack ?? ''}\n`);
  return exitCode.failedRun;
}
