import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { patience } from '../../tools/patience.js';

/** The folder of this run of the tests: see test-builds.ts. */
const folder = process.env['TANDEM_TEST_BUILDS'] ?? 'dist/test-builds';

/**
 * The folder that a command builds into, built once for all test files that ask for it: files run
 * side by side, in processes of their own, and the first that asks builds while the others wait.
 */
export async function buildOnce(
  name: string,
  command: (out: string) => readonly string[],
): Promise<string> {
  const out = join(folder, name);
  const told = `${out}.told`;
  try {
    mkdirSync(folder, { recursive: true });
    // Fails where it is there: whoever has made it builds.
    mkdirSync(`${out}.claim`);
  } catch {
    await someoneElse(told);
    return out;
  }
  const [program = '', ...given] = command(out);
  // Else the version of Lit that is for developers would be built in.
  const env = { ...process.env, NODE_ENV: 'production' };
  const fault = await promisify(execFile)(process.execPath, [program, ...given], { env }).then(
    () => '',
    (error: unknown) => String(error),
  );
  // Renamed, so that nobody reads it half written.
  writeFileSync(`${told}.new`, fault);
  renameSync(`${told}.new`, told);
  if (fault !== '') throw new Error(fault);
  return out;
}

async function someoneElse(told: string): Promise<void> {
  const until = Date.now() + patience.build;
  while (!existsSync(told)) {
    if (Date.now() > until) throw new Error(`${told} was never written`);
    await sleep(100);
  }
  const fault = readFileSync(told, 'utf8');
  if (fault !== '') throw new Error(fault);
}

/** The library as it is packed: `lib` and `types`. */
export const builtLibrary = (): Promise<string> =>
  buildOnce('library', (out) => ['tools/build-library.js', out]);

/** The executives' page. */
export const builtSite = (): Promise<string> =>
  buildOnce('site', (out) => [
    'node_modules/vite/bin/vite.js',
    'build',
    '--logLevel',
    'error',
    '--outDir',
    out,
  ]);
