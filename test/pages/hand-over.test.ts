import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tandem } from '../cli/tandem.ts';
import { builtSite } from '../helpers/build-once.ts';
import { faultsOf } from './axe-faults.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveFolder } from './serve-folder.ts';
import type { ServedFolder } from './serve-folder.ts';
import { watchPage } from './watched-page.ts';
import type { WatchedPage } from './watched-page.ts';

let browser: Browser;
let served: ServedFolder;
let folder: string;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  let site: string;
  [site, browser] = await Promise.all([builtSite(), launchBrowser()]);
  served = await serveFolder(site, '/', "default-src 'self'");
  folder = mkdtempSync(join(tmpdir(), 'tandem-hand-over-'));
  watched = await watchPage(browser, served.address);
  ({ page } = watched);
  await page.evaluate(async () => {
    const calculator = document.querySelector('tandem-calculator')!;
    await new Promise((resolve) => {
      calculator.addEventListener('tandem-result', resolve, { once: true });
      calculator.src = './scenarios/retailer.json';
    });
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
  await served.close();
});

const menu = () => page.getByRole('group', { name: 'Scenario' }).locator('tandem-hand-over');

/** Chooses from the menu, and gives the file that is saved. */
async function handedOver(label: string): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await menu().locator('summary').click();
  await menu()
    .getByRole('button', { name: new RegExp(`^${label}`) })
    .click();
  return readFileSync(await (await saved).path());
}

function ofCommandLine(ending: string): Buffer {
  const path = join(folder, `retailer.${ending}`);
  const words = ['report', 'scenarios/retailer.json', '--out', path, '--quiet'];
  expect(tandem(words)).toMatchObject({ code: 0, err: '' });
  return readFileSync(path);
}

test.each([
  ['Report', 'html'],
  ['Figures', 'csv'],
])('the page and the command line make the same bytes of a run: %s', async (label, ending) => {
  const [here, there] = [await handedOver(label), ofCommandLine(ending)];
  expect(here.length).toBeGreaterThan(5_000);
  expect(here.toString('utf8')).toBe(there.toString('utf8'));
});

test('the page and the command line make the same workbook but for where the file stood', async () => {
  const [here, there] = [
    await readXlsx(await handedOver('Workbook')),
    await readXlsx(ofCommandLine('xlsx')),
  ];
  expect(here.sheets.map(({ name }) => name)).toEqual(there.sheets.map(({ name }) => name));
  for (const [index, { cells, name, rows }] of here.sheets.entries()) {
    const other = there.sheets[index]!;
    const isElsewhere = ([label]: readonly unknown[]) => label === 'Scenario file';
    expect(
      rows.filter((row) => !isElsewhere(row)),
      name,
    ).toEqual(other.rows.filter((row) => !isElsewhere(row)));
    const formulas = (all: typeof cells) =>
      [...(all ?? [])].map(([at, { formula }]) => [at, formula]);
    expect(formulas(cells), name).toEqual(formulas(other.cells));
  }
});

test('a result from the page is verified by the command line', async () => {
  const result = JSON.parse((await handedOver('Result')).toString('utf8')) as {
    readonly $schema: string;
    readonly manifest: { readonly resultHash: string };
  };
  const there = JSON.parse(ofCommandLine('json').toString('utf8')) as typeof result;
  expect(result.$schema).toBe('./result.schema.json');
  expect(result.manifest.resultHash).toBe(there.manifest.resultHash);
});

test('nothing is fetched for it before it is asked for, nor from elsewhere, nor refused', async () => {
  const fresh = await watchPage(browser, served.address);
  await fresh.page.waitForFunction(
    () => document.querySelector('tandem-calculator')?.result != null,
  );
  await fresh.page.locator('tandem-hand-over').waitFor({ state: 'attached' });
  const large = /(xlsx|workbook|report|make-export)-/;
  expect(fresh.requests.filter((address) => large.test(address))).toEqual([]);
  await fresh.page.close();
  expect(watched.requests.some((address) => large.test(address))).toBe(true);
  const { origin } = new URL(served.address);
  expect(
    watched.requests.filter(
      (address) => !address.startsWith(origin) && !address.startsWith('blob:'),
    ),
  ).toEqual([]);
  expect({ violations: watched.violations, faults: watched.faults }).toEqual({
    violations: [],
    faults: [],
  });
});

test('the menu is opened, walked through and left by keys, and axe finds no fault in it', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const own = await context.newPage();
  await own.goto(served.address);
  const bar = own.locator('tandem-hand-over');
  const isFocused = (of: Locator) => of.evaluate((each) => each.matches(':focus'));
  const head = bar.locator('summary');
  await expect.poll(() => bar.getAttribute('disabled')).toBe(null);
  await head.focus();
  await own.keyboard.press('Enter');
  await own.keyboard.press('Tab');
  await expect.poll(() => isFocused(bar.getByRole('button', { name: /^Report/ }))).toBe(true);
  const box = (await bar.locator('ul').boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  expect(await faultsOf(own, { inside: ['tandem-scenario-bar'] })).toEqual([]);
  await own.keyboard.press('Escape');
  await expect.poll(() => isFocused(head)).toBe(true);
  expect(await bar.locator('ul').isVisible()).toBe(false);
  await context.close();
});

test('the trials come as the library that the command line writes', async () => {
  const library = JSON.parse((await handedOver('Trials')).toString('utf8')) as {
    readonly objectType: string;
    readonly sips: readonly { readonly name: string }[];
  };
  const path = join(folder, 'retailer.sip.json');
  const words = ['sipmath', 'scenarios/retailer.json', '--out', path, '--quiet'];
  expect(tandem(words)).toMatchObject({ code: 0, err: '' });
  const there = JSON.parse(readFileSync(path, 'utf8')) as typeof library;
  expect(library.sips.length).toBeGreaterThan(10);
  expect(library.sips).toEqual(there.sips);
});
