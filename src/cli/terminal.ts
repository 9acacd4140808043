import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { wrongCommand } from './exit-code.ts';

/** Where a command's answer and its remarks go. */
export interface Terminal {
  /** Colours and bold type may be used on stdout. */
  readonly styled: boolean;
  /** Somebody watches stderr, so that progress is worth showing. */
  readonly watched: boolean;
  answer(text: string): void;
  remark(text: string): void;
}

export function systemTerminal(): Terminal {
  const plain = process.env['NO_COLOR'] !== undefined && process.env['NO_COLOR'] !== '';
  return {
    styled: process.stdout.isTTY && !plain && process.env['TERM'] !== 'dumb',
    watched: process.stderr.isTTY,
    answer: (text) => void process.stdout.write(text),
    remark: (text) => void process.stderr.write(text),
  };
}

/** Gives the answer: to the file that --out names, else on stdout, which takes text only. */
export function deliver(
  text: string | Uint8Array,
  out: string | undefined,
  terminal: Terminal,
): void {
  if (out === undefined) {
    if (typeof text !== 'string') throw wrongCommand('this needs a file: say --out NAME');
    terminal.answer(text);
    return;
  }
  try {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, text);
  } catch (error) {
    throw wrongCommand(
      `cannot write ${out}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
