import { parseArgs } from 'node:util';
import { didYouMean } from '../schema/near-miss.ts';
import { printable } from '../schema/describe.ts';
import type { Arguments, Command, OptionName } from './command.ts';
import { wrongCommand } from './exit-code.ts';

/** Reads what stands after a command's name. Anything unknown is refused with what was probably meant. */
export function parseArguments(command: Command, words: readonly string[]): Arguments {
  const known = Object.entries({ ...command.options, help: { help: '' } });
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries([
      ...known.map(([name, option]) => [
        name,
        { type: 'value' in option ? ('string' as const) : ('boolean' as const) },
      ]),
      ['help', { type: 'boolean' as const, short: 'h' }],
    ]),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options: Partial<Record<OptionName, string>> = {};
  const names = known.map(([name]) => name);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = known.find(([name]) => name === token.name)?.[1];
    if (option === undefined)
      throw wrongCommand(unknownOption(command, token.rawName, token.name, names));
    const takesValue = 'value' in option;
    if (!takesValue && token.value !== undefined) {
      throw wrongCommand(`--${token.name} takes no value; found "${printable(token.value)}"`);
    }
    const missing =
      token.value === undefined || (!token.inlineValue && token.value.startsWith('--'));
    if (takesValue && (missing || token.value === '')) {
      throw wrongCommand(`--${token.name} needs a value: --${token.name} ${option.value ?? ''}`);
    }
    options[token.name as OptionName] = token.value ?? '';
  }
  if (options.help === undefined) checkCount(command, positionals.length);
  return { files: positionals, options };
}

function unknownOption(
  command: Command,
  written: string,
  name: string,
  names: readonly string[],
): string {
  const near = didYouMean(name, names).replace(/"(.*)"/, '--$1');
  const all = names.map((each) => `--${each}`).join(', ');
  return `tandem ${command.name} has no option ${printable(written)}${near === '' ? `; it has ${all}` : near}`;
}

function checkCount(command: Command, found: number): void {
  const [least, most] = command.takes;
  if (found >= least && found <= most) return;
  const few = found < least;
  throw wrongCommand(
    `${few ? 'something is missing' : 'there are too many arguments'}: tandem ${command.name} ${command.usage}`,
  );
}

/** The word of an option, one of a few; undefined where it is not given. */
export function choiceOf<T extends string>(
  given: Arguments,
  name: OptionName,
  choices: readonly T[],
): T | undefined {
  const text = given.options[name];
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw wrongCommand(
    `--${name} is one of ${choices.join(', ')}; found "${printable(text)}"${didYouMean(text, choices)}`,
  );
}

/** The whole number of an option or argument, within bounds. */
export function wholeNumber(text: string, what: string, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw wrongCommand(
    `${what} is a whole number from ${least} to ${most}; found "${printable(text)}"`,
  );
}
