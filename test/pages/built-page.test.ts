import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/schema/result.ts';
import { builtSite } from '../helpers/build-once.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveFolder } from './serve-folder.ts';
import type { ServedFolder } from './serve-folder.ts';

let folder: string;
let browser: Browser;

beforeAll(async () => {
  [folder, browser] = await Promise.all([builtSite(), launchBrowser()]);
});

afterAll(() => browser?.close());

/** What a page did that its policy or its reader would mind. */
interface Watched {
  readonly page: Page;
  readonly violations: string[];
  readonly faults: string[];
  readonly requests: string[];
  readonly workers: string[];
}

async function open(address: string): Promise<Watched> {
  const page = await browser.newPage();
  const watched: Watched = { page, violations: [], faults: [], requests: [], workers: [] };
  await page.exposeFunction('tellViolation', (text: string) => watched.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellViolation } = globalThis as unknown as { tellViolation: (text: string) => void };
      tellViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  page.on('pageerror', (error) => watched.faults.push(error.message));
  page.on('request', (request) => watched.requests.push(request.url()));
  page.on('worker', (worker) => watched.workers.push(worker.url()));
  await page.goto(address);
  return watched;
}

async function resultOf(page: Page): Promise<Result> {
  await page.waitForFunction(
    () => document.querySelector('tandem-calculator')?.result != null,
    null,
    {},
  );
  return page.evaluate(() => document.querySelector('tandem-calculator')!.result!);
}

const commandLine = (): Result =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['dist/cli/tandem.js', 'run', 'scenarios/published.json', '--format', 'json', '--quiet'],
      {
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    ),
  ) as Result;

describe('the built page', () => {
  test('shows what the decision turns on, and one future, without a breach of its policy', async () => {
    const served = await serveFolder(folder, '/', "default-src 'self'");
    try {
      const { page, faults, requests, violations } = await open(served.address);
      await resultOf(page);
      await page.locator('tandem-switching td').first().waitFor();
      // Nothing of it is fetched before a reader comes near.
      expect(requests.filter((each) => /define-findings|define-ledger/.test(each))).toEqual([]);
      await page.locator('tandem-decision').scrollIntoViewIfNeeded();
      await page.locator('tandem-findings [data-picture=tornado] svg').waitFor();
      const closed = page.locator('tandem-findings .section:not([open]) > summary');
      while ((await closed.count()) > 0) await closed.first().click();
      const pictures = ['break-even', 'map', 'information', 'hurdle', 'convergence', 'footing'];
      for (const name of pictures) await page.locator(`[data-picture="${name}"] svg`).waitFor();
      await page.locator('tandem-futures tandem-figure svg circle').nth(20).click();
      await page.locator('tandem-ledger h4').waitFor();
      expect(requests.every((each) => each.startsWith(served.address))).toBe(true);
      expect([...faults, ...violations]).toEqual([]);
      await page.close();
    } finally {
      await served.close();
    }
  });

  test("under default-src 'self' and a sub-path, it shows the answer of the command line", async () => {
    const served = await serveFolder(folder, '/some/where/', "default-src 'self'");
    try {
      const { page, violations, faults, requests, workers } = await open(served.address);
      const result = await resultOf(page);
      expect(result.manifest.resultHash).toBe(commandLine().manifest.resultHash);
      expect(await page.locator('tandem-headline h2').first().textContent()).toBe(
        'Dual is the only option that keeps every law that applies: HK$3.90\u00a0M over 5 years on average.',
      );
      expect(await page.locator('tandem-figure svg[role=img]').count()).toBeGreaterThan(1);
      expect(await page.locator('tandem-comparison tbody tr').count()).toBeGreaterThan(15);
      expect(workers.length).toBeGreaterThan(0);
      expect(violations).toEqual([]);
      expect(faults).toEqual([]);
      for (const request of requests)
        expect(request.startsWith(served.address), request).toBe(true);
      await page.close();
    } finally {
      await served.close();
    }
  });

  test.each([
    ['refuses workers', "default-src 'self'; worker-src 'none'"],
    [
      'wants trusted types',
      "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
    ],
  ])('under a policy that %s, it computes the same in its own thread', async (_, policy) => {
    const served: ServedFolder = await serveFolder(folder, '/', policy);
    try {
      const { page, faults, workers } = await open(`${served.address}?`);
      const result = await resultOf(page);
      expect(result.manifest.resultHash).toBe(commandLine().manifest.resultHash);
      expect(workers).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    } finally {
      await served.close();
    }
  });

  test.each([320, 390, 1440])('at %d px nothing runs off the side', async (width) => {
    const served = await serveFolder(folder, '/', "default-src 'self'");
    try {
      const { page } = await open(served.address);
      await page.setViewportSize({ width, height: 800 });
      await resultOf(page);
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      await page.close();
    } finally {
      await served.close();
    }
  });

  test('under a policy that lists its trusted type, it computes the same in workers', async () => {
    const policy =
      "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html tandem-calculator";
    const served: ServedFolder = await serveFolder(folder, '/', policy);
    try {
      const { page, faults, violations, workers } = await open(served.address);
      const result = await resultOf(page);
      expect(result.manifest.resultHash).toBe(commandLine().manifest.resultHash);
      expect(workers.length).toBeGreaterThan(0);
      expect([...faults, ...violations]).toEqual([]);
      await page.close();
    } finally {
      await served.close();
    }
  });

  test('without script, the published answer can be read', async () => {
    const served = await serveFolder(folder, '/', "default-src 'self'");
    try {
      const page = await browser.newPage({ javaScriptEnabled: false });
      await page.goto(served.address);
      const text = await page.locator('tandem-calculator').innerText();
      expect(text).toContain(
        'Dual is the only option that keeps every law that applies: HK$3.90\u00a0M over 5 years on average.',
      );
      expect(text).toMatch(/Mean and its simulation error\s+6\.80 \u00b1\s0\.01\s+7\.21/);
      expect(await page.locator('.static svg').count()).toBe(2);
      // It is the very result that everybody else computes, law included.
      expect(text).toContain(`result ${commandLine().manifest.resultHash.slice(0, 12)}`);
      await page.close();
    } finally {
      await served.close();
    }
  });
});

test('it prints on two A4 pages', async () => {
  const served = await serveFolder(folder, '/', "default-src 'self'");
  const page = await browser.newPage();
  await page.goto(served.address);
  await page.locator('tandem-switching td').first().waitFor();
  await page.locator('progress').waitFor({ state: 'detached' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
  await page.close();
  await served.close();
});
