import { tandemVersion } from '../analysis/version.ts';
import { formatNumber } from '../present/format-number.ts';
import { didYouMean } from '../schema/near-miss.ts';
import { printable } from '../schema/describe.ts';
import type { Arguments, Command } from './command.ts';
import { commands } from './commands.ts';
import { endOnSignals } from './end-on-signals.ts';
import { exitCode, wrongCommand } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { helpOf, overview } from './help.ts';
import { inCommandThread } from './in-command-thread.ts';
import { outputTarget } from './output-target.ts';
import { parseArguments } from './parse-arguments.ts';
import { perform, tellFailure } from './perform.ts';
import { systemTerminal } from './system-terminal.ts';
import type { SystemTerminal } from './system-terminal.ts';

async function main(words: readonly string[], terminal: SystemTerminal): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    terminal.remark(overview());
    return exitCode.wrongCommand;
  }
  if (first === '--version' || first === '-V') {
    await terminal.answer(`${tandemVersion}\n`);
    return exitCode.done;
  }
  const asksHelp = first === 'help' || first === '--help' || first === '-h';
  const [name] = asksHelp ? rest : [first];
  if (name === undefined) {
    await terminal.answer(overview());
    return exitCode.done;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const names = commands.map((each) => each.name);
    const near = didYouMean(name, names);
    throw wrongCommand(
      `there is no command "${printable(name)}"${near === '' ? `; there are ${names.join(', ')}` : near}`,
    );
  }
  const given = asksHelp ? null : parseArguments(command, rest);
  if (given === null || given.options.help !== undefined) {
    await terminal.answer(helpOf(command));
    return exitCode.done;
  }
  return carryOut(command, given, terminal);
}

async function carryOut(
  { name, writesFolder = false }: Command,
  given: Arguments,
  terminal: SystemTerminal,
): Promise<ExitCode> {
  // Where the answer cannot go is said before a run, not after it.
  if (given.options.out !== undefined && !writesFolder) outputTarget(given.options.out);
  if (given.options.quiet !== undefined) terminal.quieten();
  const leaveSignals = endOnSignals(() => {
    terminal.giveUp();
    terminal.remark(`tandem: stopped ${where(terminal)}\n`);
  });
  try {
    const { styled } = terminal;
    const thread = new URL('./command-thread.js', import.meta.url);
    const code = await inCommandThread({ name, given, styled }, terminal, thread);
    if (code !== null) return code;
  } finally {
    leaveSignals();
    terminal.giveUp();
  }
  // Signals then end the program as they end any other.
  return perform(name, given, terminal);
}

function where({ underway }: SystemTerminal): string {
  if (underway === null) return 'before it was done';
  const percent = Math.floor(100 * underway.share);
  return `after ${percent} % of ${formatNumber(underway.trials, 0)} futures; there is no result`;
}

const terminal = systemTerminal();
try {
  process.exitCode = await main(process.argv.slice(2), terminal);
} catch (error) {
  process.exitCode = tellFailure(error, terminal);
}
