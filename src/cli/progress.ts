import type { Terminal } from './terminal.ts';

const width = 30;

/** A bar on stderr that grows with a run; nothing where nobody watches. */
export function progressBar(
  terminal: Terminal,
  quiet: boolean,
): { readonly show: (done: number, of: number) => void; readonly clear: () => void } {
  let shown = -1;
  const silent = quiet || !terminal.watched;
  return {
    show: (done, of) => {
      const filled = Math.floor((width * done) / of);
      if (silent || filled === shown) return;
      shown = filled;
      terminal.remark(
        `\r${'#'.repeat(filled)}${'.'.repeat(width - filled)} ${Math.floor((100 * done) / of)} %`,
      );
    },
    clear: () => {
      if (shown >= 0) terminal.remark(`\r${' '.repeat(width + 6)}\r`);
    },
  };
}
