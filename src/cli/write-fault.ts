import { printable } from '../schema/describe.ts';
import { CommandStop, exitCode } from './exit-code.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EBADF: 'it is not open for writing',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'the file would be larger than is allowed',
  EIO: 'the disk does not take it',
  EISDIR: 'it is a folder; name a file in it',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such folder, and none can be made',
  ENOSPC: 'there is no space left on the disk',
  ENOTDIR: 'what it names as a folder is a file',
  ENXIO: 'nobody reads from it; start its reader first',
  EPERM: 'you may not write there',
  EPIPE: 'its reader has gone',
  EROFS: 'it can only be read from',
  EXDEV: 'a file that is mounted alone cannot be replaced; name one in a folder',
  EBUSY: 'it is in use; name another file',
};
/** The machine gave up, not the command: it can be given again as it is. */
const faultsOfMachine = ['EDQUOT', 'EFBIG', 'EIO', 'ENOSPC', 'EPIPE'];

/** Why something could not be written, as the end of the command: `what` is --out's file, or stdout. */
export function writeFault(what: string, error: unknown): CommandStop {
  if (error instanceof CommandStop) return error;
  const code = errorCode(error);
  const detail = error instanceof Error ? error.message : String(error);
  return new CommandStop(
    faultsOfMachine.includes(code) ? exitCode.failedRun : exitCode.wrongCommand,
    `cannot write ${printable(what)}: ${reasons[code] ?? detail}`,
  );
}

/** The system's name of a fault, such as ENOSPC; empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
