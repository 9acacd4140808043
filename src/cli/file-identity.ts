import { realpathSync, statSync } from 'node:fs';

/**
 * What tells a file from every other, with all links followed: also two names of one file have the
 * same. null where there is no file.
 */
export function fileIdentity(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return null;
  // Some file systems number nothing.
  return stats.ino === 0n ? realpathSync(path) : `${stats.dev}:${stats.ino}`;
}
