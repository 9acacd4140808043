const width = 30;

/** A bar that grows with a run, on the line that it is shown on. */
export function progressBar(share: number): string {
  const filled = Math.floor(width * share);
  return `\r${'#'.repeat(filled)}${'.'.repeat(width - filled)} ${Math.floor(100 * share)} %`;
}

/** What takes the bar away again. */
export const noBar = `\r${' '.repeat(width + 6)}\r`;
