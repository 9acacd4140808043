import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as passTime } from 'node:timers/promises';
import { nameBeside, outputTarget } from './output-target.ts';
import { errorCode, writeFault } from './write-fault.ts';

/** A file that --out names, while it is written. */
export interface OutputFile {
  write(part: string | Uint8Array): Promise<void>;
  /** Puts what was written in its place. */
  finish(): void;
  /** Leaves everything as it was, where it is not finished. */
  discard(): void;
}

/**
 * Begins to write what --out names. A file is written beside and then takes its place, so that at
 * every moment, also of a full disk or of a process that is killed, the old one or the new one is
 * there, whole. A link stays, and what it leads to is written. Throws a `CommandStop`.
 */
export function beginOutput(out: string): OutputFile {
  const target = outputTarget(out);
  try {
    switch (target.kind) {
      case 'descriptor':
        return written(target.descriptor, out, { finish() {}, discard() {} });
      case 'stream': {
        // A pipe without a reader would else be waited for, by nobody who could be interrupted.
        const flags = constants.O_WRONLY | constants.O_NOCTTY;
        const file = openSync(target.path, target.isPipe ? flags | constants.O_NONBLOCK : flags);
        const close = closeOnce(file);
        return written(file, out, { finish: close, discard: close });
      }
      case 'file':
        return beginBeside(target.path, target.old, out);
    }
    return target satisfies never;
  } catch (error) {
    throw writeFault(out, error);
  }
}

function beginBeside(path: string, old: Stats | null, out: string): OutputFile {
  makeFolders(dirname(path));
  const beside = nameBeside(path, randomBytes(12).toString('hex'));
  // What replaces a file that few may read is at no time readable to more.
  const file = openSync(beside, 'wx', old === null ? 0o666 : 0o600);
  const close = closeOnce(file);
  return written(file, out, {
    finish() {
      if (old !== null) makeLike(file, old);
      fsyncSync(file);
      close();
      renameSync(beside, path);
      keepFolder(dirname(path));
    },
    discard() {
      close();
      rmSync(beside, { force: true });
    },
  });
}

function closeOnce(file: number): () => void {
  let isOpen = true;
  return () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
}

/** An open file; whatever goes wrong with it leaves everything as it was. */
function written(
  file: number,
  out: string,
  end: { readonly finish: () => void; readonly discard: () => void },
): OutputFile {
  let isOver = false;
  const discard = () => {
    if (!isOver) end.discard();
    isOver = true;
  };
  return {
    discard,
    async write(part) {
      try {
        await writeWhole(file, typeof part === 'string' ? Buffer.from(part) : part);
      } catch (error) {
        discard();
        throw writeFault(out, error);
      }
    },
    finish() {
      try {
        end.finish();
        isOver = true;
      } catch (error) {
        discard();
        throw writeFault(out, error);
      }
    },
  };
}

/** Writes all of the bytes: the system may take fewer at a time, as when the disk is nearly full. */
export async function writeWhole(file: number, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(file, bytes, done);
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error;
      // The reader of a pipe takes its time.
      await passTime(5);
    }
  }
}

/** Makes folders one by one: asked to make all at once, Node tries for ever where a system has no place for them. */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

function makeLike(file: number, { gid, mode, uid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only an administrator can give a file away: it is then the writer's own, with the same permissions.
  }
  fchmodSync(file, mode & 0o7777);
}

/** Keeps the new name through a loss of power; not every system can. */
function keepFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // The file itself is kept, and is whole.
  }
}
