/** What the process tells the shell; a signal tells it 128 and its own number instead. */
export const exitCode = {
  done: 0,
  wrongInput: 1,
  wrongCommand: 2,
  failedRun: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Ends a command with a message on stderr and an exit code; nobody else catches it. */
export class CommandStop extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The command line itself is wrong: exit 2. */
export function wrongCommand(message: string): CommandStop {
  return new CommandStop(exitCode.wrongCommand, message);
}

/** A file is wrong, or is not there: exit 1. */
export function wrongInput(message: string): CommandStop {
  return new CommandStop(exitCode.wrongInput, message);
}
