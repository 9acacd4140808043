import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

/** Gives each run of the tests a folder to build into (see build-once.ts), and removes it in the end. */
export default function setup(project: TestProject): () => void {
  const remove = (): void => {
    rmSync(process.env['TANDEM_TEST_BUILDS'] ?? '', { recursive: true, force: true });
  };
  mkdirSync('dist', { recursive: true });
  process.env['TANDEM_TEST_BUILDS'] = mkdtempSync('dist/test-builds-');
  // While tests are watched, what was built is older than the change that has them run again.
  project.onTestsRerun(remove);
  return remove;
}
