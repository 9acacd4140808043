import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** The help of the whole command line. */
export function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `${[
    'tandem: what does complying with one data protection law, another, or all of them cost?',
    '',
    'Usage: tandem COMMAND FILE [options]',
    '',
    ...list,
    '',
    'Examples:',
    '  tandem run scenarios/published.json',
    '  tandem validate my-scenario.json',
    '  tandem compare scenarios/published.json my-scenario.json',
    '',
    '"tandem COMMAND --help" says more; "tandem --version" gives the version.',
    'Exit codes: 0 done, 1 the input is wrong, 2 the command is wrong, 3 the run failed.',
  ].join('\n')}\n`;
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => ({
    written: `--${name}${option.value === undefined ? '' : ` ${option.value}`}`,
    help: option.help,
  }));
  const width = Math.max(0, ...options.map((option) => option.written.length));
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
  return `${[
    `tandem ${command.name}: ${command.summary}`,
    '',
    `Usage: tandem ${command.name} ${command.usage}`,
    ...(command.details === undefined ? [] : ['', command.details]),
    ...part(
      'Options:',
      options.map((option) => `${option.written.padEnd(width)}  ${option.help}`),
    ),
    ...part('Examples:', command.examples),
  ].join('\n')}\n`;
}
