import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, isAbsolute } from 'node:path';
import { largestFile } from '../schema/decode-text.ts';
import type { ReadFile } from '../schema/load-scenario.ts';
import { wrongInput } from './exit-code.ts';

/** The bytes of a file, or null where there is none. */
export function readBytes(path: string): Uint8Array | null {
  try {
    const { size } = statSync(path);
    // Too much to read is handed on as just too much, so that its size is told as any other fault.
    if (size > 8 * largestFile) throw wrongInput(`${path}: the file is too large to be a scenario`);
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'EISDIR') throw wrongInput(`${path}: this is a folder; name a file in it`);
    if (code === 'EACCES' || code === 'EPERM')
      throw wrongInput(`${path}: this file may not be read`);
    throw error;
  }
}

/**
 * Reads a scenario and what lies in its folder. A link that leads out of the folder is refused: a
 * scenario from a stranger must not reach the rest of a disk. The scenario itself may be a link.
 */
export function readerFor(file: string): ReadFile {
  return (path) => {
    if (path !== file && !liesUnder(path, dirname(file))) return null;
    return readBytes(path);
  };
}

/** Whether a file, with all links followed, lies in a folder or below it. */
export function liesUnder(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync(folder), realpathSync(path));
    return way !== '' && !way.startsWith('..') && !isAbsolute(way);
  } catch {
    return false;
  }
}
