import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtSite } from '../helpers/build-once.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveFolder } from './serve-folder.ts';
import type { ServedFolder } from './serve-folder.ts';

let browser: Browser;
let served: ServedFolder;

beforeAll(async () => {
  const [folder, launched] = await Promise.all([builtSite(), launchBrowser()]);
  browser = launched;
  served = await serveFolder(folder, '/', "default-src 'self'");
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Hash of the result of the scenario under its name, with its changes, once it is there. */
async function settledHash(page: Page, src: string, changed: boolean): Promise<string> {
  const found = await page.waitForFunction(
    ([wanted, isChanged]) => {
      const calculator = document.querySelector('tandem-calculator');
      const isReady =
        calculator?.result != null &&
        calculator.src?.endsWith(wanted) === true &&
        calculator.isChanged === isChanged &&
        !calculator.matches(':state(running)') &&
        !calculator.matches(':state(stale)');
      return isReady ? calculator.result?.manifest.resultHash : null;
    },
    [src, changed] as const,
  );
  return (await found.jsonValue()) ?? '';
}

test('a copied link gives the same result in another browser, and nothing of it is sent', async () => {
  const page = await browser.newPage();
  await page.goto(served.address);
  await settledHash(page, 'published.json', false);
  await page.evaluate(() => {
    const calculator = document.querySelector('tandem-calculator')!;
    calculator.src = './scenarios/retailer.json';
    calculator.changes = { auditCost: { p10: 90_000, p50: 200_000, p90: 500_000 } };
  });
  const sent = await settledHash(page, 'retailer.json', true);
  const link = await page.evaluate(() => {
    const { changes, linkTo, profile } = document.querySelector('tandem-calculator')!;
    return linkTo!(changes, profile);
  });
  await page.close();

  const other = await browser.newPage();
  const requests: string[] = [];
  other.on('request', (request) => requests.push(request.url()));
  await other.goto(link);
  expect(await settledHash(other, 'retailer.json', true)).toBe(sent);
  expect(await other.locator('#notice').textContent()).toBe('');
  const letters = link.split('.').at(-1) ?? '';
  expect(letters.length).toBeGreaterThan(40);
  expect(requests.some((each) => each.split('#')[0]?.includes(letters.slice(0, 20)))).toBe(false);

  // A sender who saw other figures: the scenario has changed since.
  const aged = await other.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
      each.charCodeAt(0),
    );
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const state = JSON.parse(await new Response(stream).text()) as { result: string };
    return btoa(JSON.stringify({ ...state, result: '0123456789abcdef' }));
  }, letters);
  await other.goto('about:blank');
  await other.goto(
    `${served.address}#1p.${aged.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`,
  );
  await settledHash(other, 'retailer.json', true);
  await expect
    .poll(() => other.locator('#notice').textContent())
    .toContain('has changed since this link was made');
  await other.close();
});

test('a hostile link is refused in words, and the page shows its own scenario', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${served.address}#1.%3Cimg%20src=x%3E`);
  await expect.poll(() => page.locator('#notice').textContent()).toContain('not complete');
  await settledHash(page, 'published.json', false);
  expect(await page.locator('#notice img').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
});

test('a link that is followed where somebody is at work is one step, which can be undone', async () => {
  const page = await browser.newPage();
  await page.goto(served.address);
  await settledHash(page, 'published.json', false);
  const [link, mine] = await page.evaluate(async () => {
    const calculator = document.querySelector('tandem-calculator')!;
    const address = await calculator.linkTo!({ inflation: 0.03 }, {});
    calculator.changes = { auditCost: 250_000 };
    return [address, calculator.changes] as const;
  });
  const before = await settledHash(page, 'published.json', true);
  await page.evaluate((address) => location.assign(address), link);
  await page.waitForFunction(() => {
    const changes = document.querySelector('tandem-calculator')?.changes ?? {};
    return 'inflation' in changes && !('auditCost' in changes);
  });
  expect(await settledHash(page, 'published.json', true)).not.toBe(before);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.waitForFunction(
    (wanted) => JSON.stringify(document.querySelector('tandem-calculator')?.changes) === wanted,
    JSON.stringify(mine),
  );
  expect(await settledHash(page, 'published.json', true)).toBe(before);
  await page.close();
});
