import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { largestFile } from '../schema/decode-text.ts';
import { printable } from '../schema/describe.ts';
import type { ReadFile } from '../schema/load-scenario.ts';
import { wrongInput } from './exit-code.ts';
import { noteFileRead } from './files-read.ts';
import { errorCode } from './write-fault.ts';

/** The bytes of a file, which is then an input of this command; null where there is none. */
export function readBytes(path: string): Uint8Array | null {
  const bytes = peekBytes(path);
  if (bytes !== null) noteFileRead(path);
  return bytes;
}

/** The bytes of a file that may turn out to be none of this command's; null where there is none. */
export function peekBytes(path: string): Uint8Array | null {
  const shown = printable(path);
  try {
    // Looked at before it is opened too: opening is enough to make some devices act.
    refuseOther(statSync(path), shown);
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(file);
      refuseOther(stats, shown);
      // Too much to read is handed on as just too much, so that its size is told as any other fault.
      if (stats.size > 8 * largestFile)
        throw wrongInput(`${shown}: the file is too large to be a scenario`);
      return readAll(file, stats.size);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    switch (errorCode(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        return null;
      case 'EACCES':
      case 'EPERM':
        throw wrongInput(`${shown}: this file may not be read`);
      case 'ELOOP':
        throw wrongInput(`${shown}: its links lead round in a circle`);
      case 'ENAMETOOLONG':
        throw wrongInput(`${shown}: the name is too long`);
      default:
        throw error;
    }
  }
}

/** Only a file of a disk ends: a pipe may be waited for, and a device read, for ever. */
function refuseOther(stats: Stats, shown: string): void {
  if (stats.isFile()) return;
  if (stats.isDirectory()) throw wrongInput(`${shown}: this is a folder; name a file in it`);
  const kind = stats.isFIFO() ? 'a pipe' : stats.isSocket() ? 'a socket' : 'a device';
  throw wrongInput(`${shown}: this is ${kind}, not a file; save what it gives as a file first`);
}

/** As many bytes as the file says it has: what a system makes up while it is read says 0. */
function readAll(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const more = readSync(file, bytes, length, size - length, null);
    if (more === 0) break;
    length += more;
  }
  return bytes.subarray(0, length);
}

/**
 * Reads a scenario and what lies in its folder. A link that leads out of the folder is refused: a
 * scenario from a stranger must not reach the rest of a disk. The scenario itself may be a link.
 */
export function readerFor(file: string): ReadFile {
  return (path) => (path === file || isFileUnder(path, dirname(file)) ? readBytes(path) : null);
}

/** Whether a path, with all links followed, is a file in a folder or below it. */
export function isFileUnder(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync(folder), realpathSync(path));
    const isUnder = way !== '' && !/^\.\.([/\\]|$)/.test(way) && !isAbsolute(way);
    return isUnder && statSync(path).isFile();
  } catch {
    return false;
  }
}
