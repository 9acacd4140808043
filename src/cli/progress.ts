import type { Terminal } from './terminal.ts';

const width = 30;

/** A bar on stderr that grows with a run; nothing where nobody watches. */
export function progressBar(
  terminal: Terminal,
  quiet: boolean,
): { readonly show: (share: number) => void; readonly clear: () => void } {
  let shown = -1;
  const silent = quiet || !terminal.watched;
  return {
    show: (share) => {
      const filled = Math.floor(width * share);
      if (silent || filled === shown) return;
      shown = filled;
      terminal.remark(
        `\r${'#'.repeat(filled)}${'.'.repeat(width - filled)} ${Math.floor(100 * share)} %`,
      );
    },
    clear: () => {
      if (shown >= 0) terminal.remark(`\r${' '.repeat(width + 6)}\r`);
    },
  };
}
