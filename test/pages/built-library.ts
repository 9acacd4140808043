import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds the library as it is packed, into a folder of its own: test files run side by side. */
export async function buildLibrary(name: string): Promise<string> {
  const folder = `dist/test-library/${name}`;
  await promisify(execFile)(process.execPath, ['tools/build-library.js', folder]);
  return join(folder, 'lib');
}
