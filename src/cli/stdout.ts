import { fstatSync } from 'node:fs';
import { CommandStop, exitCode } from './exit-code.ts';
import { writeWhole } from './output-file.ts';
import { errorCode, writeFault } from './write-fault.ts';

/** Writes to stdout, and is settled once it is taken. Throws a `CommandStop` where it cannot be. */
export async function writeStdout(text: string): Promise<void> {
  try {
    // Node takes what a nearly full disk did take of a text for the whole of it.
    if (isFile()) await writeWhole(process.stdout.fd, Buffer.from(text));
    else await handOver(text);
  } catch (error) {
    // A reader that has seen enough, such as `head`, is no failure.
    if (errorCode(error) === 'EPIPE') process.exit(exitCode.done);
    const { message } = writeFault('the answer to stdout', error);
    throw new CommandStop(exitCode.failedRun, message);
  }
}

function isFile(): boolean {
  try {
    const stats = fstatSync(process.stdout.fd);
    // A device such as /dev/full answers at once, as a file does.
    return stats.isFile() || (stats.isCharacterDevice() && !process.stdout.isTTY);
  } catch {
    return false;
  }
}

function handOver(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
