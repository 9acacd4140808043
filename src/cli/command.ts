import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** One option of a command, as it is parsed and as help shows it. */
export interface Option {
  /** What stands for the value in help, such as N; a switch has none. */
  readonly value?: string;
  readonly help: string;
}

export type OptionName =
  | 'trials'
  | 'seed'
  | 'sampling'
  | 'coupling'
  | 'format'
  | 'out'
  | 'totals'
  | 'until'
  | 'over'
  | 'output'
  | 'quiet'
  | 'target'
  | 'targets'
  | 'by'
  | 'vary'
  | 'flows'
  | 'inputs'
  | 'portfolio'
  | 'why'
  | 'help';

/** The arguments of a command, as text. */
export interface Arguments {
  readonly files: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
}

export interface Command {
  readonly name: string;
  /** What stands after the name, such as `FILE [options]`. */
  readonly usage: string;
  readonly summary: string;
  readonly details?: string;
  readonly options: Readonly<Partial<Record<OptionName, Option>>>;
  /** How many arguments it takes besides options: at least, at most. */
  readonly takes: readonly [number, number];
  /** Whether --out names a folder, into which it writes several files. */
  readonly writesFolder?: boolean;
  readonly examples: readonly string[];
  /** Loads the command's code only when it is wanted, so that help starts at once. */
  readonly load: () => Promise<CommandBody>;
}

export type CommandBody = (given: Arguments, terminal: Terminal) => Promise<ExitCode>;
