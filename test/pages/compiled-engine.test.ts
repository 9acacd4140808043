import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servedPolicy } from '../../tools/policies.js';
import { builtSite } from '../helpers/build-once.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveFolder } from './serve-folder.ts';
import { watchPage } from './watched-page.ts';

let folder: string;
let browser: Browser;
/** Where the owner of a page has violations of its policies sent to, from the page and its workers. */
let owner: Server;
const reports: string[] = [];

beforeAll(async () => {
  owner = createServer((request, response) => {
    request.on('data', (part: Buffer) => reports.push(part.toString()));
    request.on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => owner.listen(0, '127.0.0.1', resolve));
  [folder, browser] = await Promise.all([builtSite(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  owner?.close();
});

/** Opens the built page under a policy: its answer's hash, whether it fetched the compiled engine, and what was reported. */
async function visit(policy: string) {
  reports.length = 0;
  const { port } = owner.address() as AddressInfo;
  const reported = `${policy}; report-uri http://127.0.0.1:${port}/`;
  const served = await serveFolder(folder, '/', reported);
  try {
    const watched = await watchPage(browser, served.address);
    const { page } = watched;
    await page.waitForFunction(() => document.querySelector('tandem-calculator')?.result != null);
    // Reports are sent when a browser finds the time.
    await page.waitForTimeout(500);
    const hash = await page.evaluate(
      () => document.querySelector('tandem-calculator')?.result?.manifest.resultHash,
    );
    const isCompiled = watched.requests.some((address) => address.includes('compiled-module'));
    await page.close();
    return { hash, isCompiled, reports: [...reports] };
  } finally {
    await served.close();
  }
}

test('workers compile the engine where their policy lets them, give the same bits, and never violate it', async () => {
  const plain = await visit("default-src 'self'");
  const served = await visit(servedPolicy);
  expect([plain.isCompiled, served.isCompiled]).toEqual([false, true]);
  expect(served.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(plain.hash).toBe(served.hash);
  expect([...plain.reports, ...served.reports]).toEqual([]);
});

test('and a violation would have been seen', async () => {
  // The page's own styles are refused: the collector works.
  const refused = await visit("default-src 'self'; style-src 'none'").catch(() => null);
  expect(refused?.reports.length ?? reports.length).toBeGreaterThan(0);
});
