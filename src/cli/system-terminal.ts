import { printableLines } from '../schema/describe.ts';
import { beginOutput } from './output-file.ts';
import type { OutputFile } from './output-file.ts';
import { noBar, progressBar } from './progress.ts';
import { writeStdout } from './stdout.ts';
import { ownType } from './text-table.ts';
import type { Progress, Terminal } from './terminal.ts';

/** The terminal that this process was started from, or what stands for it. */
export interface SystemTerminal extends Terminal {
  /** Nobody wants progress to be shown. */
  quieten(): void;
  /** How far the run is that has begun; null where none has. */
  readonly underway: Progress | null;
  /** Leaves files as they were, and the line as it was before a bar. */
  giveUp(): void;
}

export function systemTerminal(): SystemTerminal {
  const plain = process.env['NO_COLOR'] !== undefined && process.env['NO_COLOR'] !== '';
  const styled = process.stdout.isTTY && !plain && process.env['TERM'] !== 'dumb';
  const watched = process.stderr.isTTY;
  let isQuiet = false;
  let underway: Progress | null = null;
  let bar = '';
  let output: OutputFile | null = null;
  const show = (next: string) => {
    if (next === bar) return;
    process.stderr.write(next === '' ? noBar : next);
    bar = next;
  };
  // Faults of stdout are told by what writes there; of stderr there is nowhere to tell.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  return {
    styled,
    get underway() {
      return underway;
    },
    quieten: () => (isQuiet = true),
    answer(text) {
      show('');
      return writeStdout(styled ? printableStyled(text) : printableLines(text));
    },
    remark(text) {
      show('');
      process.stderr.write(printableLines(text));
    },
    progress(run) {
      underway = run;
      if (watched && !isQuiet) show(run === null ? '' : progressBar(run.share));
    },
    // Whatever these throw is a rejection.
    async begin(out) {
      output?.discard();
      output = beginOutput(out);
    },
    async part(content) {
      await output?.write(content);
    },
    async finish() {
      output?.finish();
      output = null;
    },
    giveUp() {
      output?.discard();
      show('');
    },
  };
}

/** Bold and faint type stay. */
function printableStyled(text: string): string {
  return text
    .split(ownType)
    .map((part, index) => (index % 2 === 1 ? part : printableLines(part)))
    .join('');
}
