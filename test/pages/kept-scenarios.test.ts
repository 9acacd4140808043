import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../helpers/build-once.ts';
import { faultsOf } from './axe-faults.ts';
import { launchBrowser } from './launch-browser.ts';
import { servePages } from './serve-pages.ts';
import type { ServedFolder } from './serve-folder.ts';

let browser: Browser;
let served: ServedFolder;
/** The same without a policy: the origin of a frame that is closed off is nobody's own. */
let open: ServedFolder;

const frame =
  '<!doctype html><title>Frame</title><iframe sandbox="allow-scripts" src="/index.html" width="1000" height="3000"></iframe>';

beforeAll(async () => {
  const [folder, launched] = await Promise.all([builtSite(), launchBrowser()]);
  browser = launched;
  const folders = { '/': folder };
  served = await servePages({
    folders,
    pages: {},
    headers: { 'Content-Security-Policy': "default-src 'self'" },
  });
  open = await servePages({
    folders,
    pages: { '/frame.html': frame },
    headers: { 'Access-Control-Allow-Origin': '*' },
  });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await open?.close();
});

async function unfolded(page: Page, root: Pick<Page, 'locator'> = page): Promise<Locator> {
  await root.locator('details.kept summary').click();
  const library = root.locator('tandem-library');
  await library.getByRole('button', { name: 'Keep this scenario' }).waitFor();
  await expect
    .poll(() => library.getByRole('button', { name: 'Keep this scenario' }).isEnabled(), {})
    .toBe(true);
  return library;
}

async function keep(library: Locator, name: string): Promise<void> {
  await library.getByLabel('Name', { exact: true }).fill(name);
  await library.getByRole('button', { name: 'Keep this scenario' }).click();
}

describe('kept scenarios', () => {
  test('survive a reload, and nothing of them is sent', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) =>
      requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    );
    await page.goto(`${served.address}index.html`);
    await keep(await unfolded(page), 'Confidential client');
    await page.locator('tandem-library').getByText('Kept as “Confidential client”.').waitFor();
    await page.reload();
    const library = await unfolded(page);
    await library.locator('.name', { hasText: 'Confidential client' }).waitFor();
    expect(requests.every((each) => each.startsWith('GET'))).toBe(true);
    expect(requests.join('\n')).not.toContain('onfidential');
    await context.close();
  });

  test('in a frame that is closed off are refused in words, and the answer stays', async () => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${open.address}frame.html`);
    const inner = page.frameLocator('iframe');
    const library = await unfolded(page, inner);
    await expect
      .poll(() => library.getByRole('alert').innerText())
      .toContain('This browser lets this page keep nothing');
    await keep(library, 'x');
    await expect.poll(() => library.getByRole('alert').innerText()).toContain('Save file');
    await inner.locator('tandem-headline').first().getByText('Dual is the only option').waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});

test.each([
  ['in light and dark colours', ['light', 'dark'], {}],
  [
    'on a narrow phone',
    ['light'],
    { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  ],
] as const)('axe finds no fault in what is kept and compared, %s', async (_, schemes, options) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${served.address}index.html`);
  const library = await unfolded(page);
  for (const name of ['One', 'Two']) {
    await keep(library, name);
    await library.getByText(`Kept as “${name}”.`).waitFor();
  }
  for (const box of await library.getByRole('checkbox').all()) await box.check();
  await library.getByRole('button', { name: 'Compare 2 side by side' }).click();
  await library.getByRole('button', { name: 'Explain' }).click();
  await library.getByText('Nothing that the model reads differs').waitFor();
  await library.getByRole('button', { name: 'Rename One' }).click();
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(500);
    expect(await faultsOf(page, { inside: ['tandem-scenario-bar'] }), colorScheme).toEqual([]);
  }
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
  await context.close();
});
