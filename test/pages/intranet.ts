import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import type { Result } from '../../src/schema/result.ts';
import { builtLibrary } from '../helpers/build-once.ts';
import { launchBrowser } from './launch-browser.ts';
import { servePages } from './serve-pages.ts';
import { watchPage } from './watched-page.ts';
import type { WatchedPage } from './watched-page.ts';

export const trials = 8192;
export const seed = 7;
export const self = "default-src 'self'";

/** Where the built library is, once `openIntranet` has been awaited. */
export let library: string;
let browser: Browser;

/** Builds the library and starts a browser, for all tests of the file that calls it. */
export function openIntranet(): void {
  beforeAll(async () => {
    const [built, launched] = await Promise.all([builtLibrary(), launchBrowser()]);
    library = join(built, 'lib');
    browser = launched;
  });
  afterAll(() => browser?.close());
}

/** An example as it stands, but for the number of trials. */
export function example(name: string): string {
  return readFileSync(`examples/${name}.html`, 'utf8').replaceAll(
    '<tandem-calculator',
    `<tandem-calculator trials="${trials}" seed="${seed}"`,
  );
}

export function pageWith(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>Test</title>${head}</head><body>${body}</body></html>`;
}

export const published = `<tandem-calculator trials="${trials}" seed="${seed}" view="summary" src="/scenarios/published.json"></tandem-calculator>`;
export const moduleScript = '<script type="module" src="/dist/lib/tandem-calculator.js"></script>';
export const classicScript = '<script src="/dist/lib/tandem-calculator.embed.js" defer></script>';

interface Visit {
  readonly policy: string;
  /** HTML by address; the first is opened. */
  readonly pages: Readonly<Record<string, string>>;
  /** Where it is opened, if not at the first page. */
  readonly at?: string;
}

/** Opens a page of an intranet that has the library, the scenarios and the examples. */
export async function visit(
  { policy, pages, at = Object.keys(pages)[0] ?? '/' }: Visit,
  body: (watched: WatchedPage, address: string) => Promise<void>,
): Promise<void> {
  const served = await servePages({
    folders: { '/dist/lib/': library, '/scenarios/': 'scenarios', '/examples/': 'examples' },
    pages,
    headers: { 'Content-Security-Policy': policy },
  });
  try {
    const watched = await watchPage(browser, new URL(at, served.address).href);
    await body(watched, served.address);
    await watched.page.close();
  } finally {
    await served.close();
  }
}

export async function hashesOf(page: Page | Frame): Promise<readonly string[]> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('tandem-calculator')].every(({ result }) => result != null),
  );
  return page.evaluate(() =>
    [...document.querySelectorAll('tandem-calculator')].map(
      ({ result }) => result?.manifest.resultHash ?? '',
    ),
  );
}

const known = new Map<string, string>();

/** The hash that the command line gives for the same scenario, trials and seed. */
export function commandLine(file: string): string {
  const hash = known.get(file) ?? run(file).manifest.resultHash;
  known.set(file, hash);
  return hash;
}

function run(file: string): Result {
  const given = [file, '--trials', String(trials), '--seed', String(seed), '--format', 'json'];
  const options = { encoding: 'utf8', maxBuffer: 1e8 } as const;
  const said = execFileSync(
    process.execPath,
    ['dist/cli/tandem.js', 'run', ...given, '--quiet'],
    options,
  );
  return JSON.parse(said) as Result;
}

export const publishedHash = (): string => commandLine('scenarios/published.json');
