import { printableLines } from '../schema/describe.ts';
import { wrongCommand } from './exit-code.ts';
import { refuseToReplaceInput } from './files-read.ts';
import type { Terminal } from './terminal.ts';

/**
 * Gives the answer: to the file that --out names, else on stdout, which takes text only. Text is the
 * same in a file as on a terminal, so that showing the file is as harmless; bytes are left as they are.
 */
export async function deliver(
  content: string | Uint8Array | Iterable<string>,
  out: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const isOne = typeof content === 'string' || content instanceof Uint8Array;
  const parts: Iterable<string | Uint8Array> = isOne ? [content] : content;
  if (out === undefined) {
    for (const part of parts) {
      if (typeof part !== 'string') throw wrongCommand('this needs a file: say --out NAME');
      await terminal.answer(part);
    }
    return;
  }
  refuseToReplaceInput(out);
  await terminal.begin(out);
  for (const part of parts)
    await terminal.part(typeof part === 'string' ? printableLines(part) : part);
  await terminal.finish();
}
