import { accessSync, constants, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { printable } from '../schema/describe.ts';
import { CommandStop, wrongCommand } from './exit-code.ts';
import { writeFault } from './write-fault.ts';

/** What --out names, with its links followed. */
export type OutputTarget =
  /** A file, there or to be made; `old` tells of the one that is there. */
  | { readonly kind: 'file'; readonly path: string; readonly old: Stats | null }
  /** A pipe, or a device such as /dev/null: it is written to, and never replaced. */
  | { readonly kind: 'stream'; readonly path: string; readonly isPipe: boolean }
  /** What this process was started with, such as /dev/stdout. */
  | { readonly kind: 'descriptor'; readonly descriptor: number };

/** As many links one after the other as systems follow themselves. */
const mostLinks = 40;

/** Looks at what --out names, and ends the command where it cannot be written; nothing is changed. */
export function outputTarget(out: string): OutputTarget {
  try {
    return targetOf(out);
  } catch (error) {
    throw error instanceof CommandStop ? error : writeFault(out, error);
  }
}

function targetOf(out: string): OutputTarget {
  if (out.includes('\0')) throw wrongCommand('--out: no file can have such a name');
  const folder = 'it is a folder; name a file in it';
  if (out.endsWith('/')) throw wrongCommand(`cannot write ${printable(out)}: ${folder}`);
  const end = endOfLinks(resolve(out));
  if (typeof end === 'number') return { kind: 'descriptor', descriptor: end };
  const stats = statSync(end, { throwIfNoEntry: false }) ?? null;
  if (stats?.isDirectory()) throw wrongCommand(`cannot write ${printable(out)}: ${folder}`);
  if (stats?.isBlockDevice())
    throw wrongCommand(`cannot write ${printable(out)}: it is a whole disk`);
  if (stats?.isSocket()) throw wrongCommand(`cannot write ${printable(out)}: it is a socket`);
  if (stats !== null && !stats.isFile())
    return { kind: 'stream', path: end, isPipe: stats.isFIFO() };
  // A file that may not be written could still be replaced: whoever made it so did not want that.
  if (stats !== null) accessSync(end, constants.W_OK);
  // It is written beside, and then takes the place of the old one.
  accessSync(nearestFolder(dirname(end)), constants.W_OK | constants.X_OK);
  return { kind: 'file', path: end, old: stats };
}

/** Where the links from a path end, also where nothing is there yet; a number for an open descriptor. */
function endOfLinks(path: string): string | number {
  let at = path;
  for (let links = 0; links <= mostLinks; links += 1) {
    const descriptor = descriptorOf(at);
    if (descriptor !== null) return descriptor;
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (!stats?.isSymbolicLink()) return at;
    // A link counts from where its folder really is.
    at = resolve(realpathSync(dirname(at)), readlinkSync(at));
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
}

/** /dev/stdout is a link to the like of these. Opened by name, a file that is appended to would begin anew. */
function descriptorOf(path: string): number | null {
  const found = /^(?:\/dev\/fd|\/proc\/(self|thread-self|\d+)\/fd)\/(\d{1,6})$/.exec(path);
  if (found === null) return null;
  const [, owner = 'self', number = ''] = found;
  const isOwn = !/^\d/.test(owner) || Number(owner) === process.pid;
  return isOwn ? Number(number) : null;
}

/** The first folder above that is there; what is missing below it is made when the file is written. */
function nearestFolder(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return folder;
    if (stats !== undefined) throw Object.assign(new Error(folder), { code: 'ENOTDIR' });
    if (folder === dirname(folder)) throw Object.assign(new Error(folder), { code: 'ENOENT' });
  }
}

/** A name beside a file that nobody else has or can guess. */
export function nameBeside(path: string, token: string): string {
  // Not made from the file's own name, which may be as long as a name can be.
  return join(dirname(path), `.tandem-${token}.part`);
}
