import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/**
 * Gives each run of the tests a folder to build into (see build-once.ts) and one for files of
 * their own (see cli/tandem.ts), and removes them in the end.
 */
export default function setup(project: TestProject): () => void {
  mkdirSync('dist', { recursive: true });
  const builds = mkdtempSync('dist/test-builds-');
  const folders = mkdtempSync(join(tmpdir(), 'tandem-tests-'));
  process.env['TANDEM_TEST_BUILDS'] = builds;
  process.env['TANDEM_TEST_FOLDERS'] = folders;
  const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
  // While tests are watched, what was built is older than the change that has them run again.
  project.onTestsRerun(() => remove(builds));
  return () => {
    for (const folder of [builds, folders]) remove(folder);
  };
}
