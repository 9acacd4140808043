import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
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
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function inPage(
  options: BrowserContextOptions,
  body: (page: Page) => Promise<void>,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await prepare(page);
  await page.goto(served.address);
  await body(page);
  await context.close();
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`,
    ),
  );
}

async function finished(page: Page): Promise<void> {
  await page.locator('tandem-comparison td').first().waitFor();
  await page.locator('progress').waitFor({ state: 'detached', timeout: 60_000 });
}

test.each<[string, BrowserContextOptions]>([
  ['in light colours', { colorScheme: 'light' }],
  ['in dark colours', { colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 390, height: 844 } }],
])('axe finds no fault in the answer %s', async (_, options) => {
  await inPage(options, async (page) => {
    await finished(page);
    for (const summary of await page.locator('tandem-figure summary').all()) await summary.click();
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('axe finds no fault in the list of what is wrong with a scenario', async () => {
  await inPage(
    {},
    async (page) => {
      await page.locator('tandem-issues li').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    },
    (page) =>
      page.route('**/published.json', (route) =>
        route.fulfill({ body: '{ "model": "compliance-tco", "name": "x", "inputs": { "y": 1 } }' }),
      ),
  );
});

test('everything that can be used is reached by the keyboard, in the order of the page', async () => {
  await inPage({}, async (page) => {
    await finished(page);
    const names: string[] = [];
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(() => {
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          const root = active?.getRootNode() as ShadowRoot | undefined;
          const label = root?.getElementById(active?.getAttribute('aria-labelledby') ?? '');
          return active?.getAttribute('aria-label') ?? (label ?? active)?.textContent?.trim() ?? '';
        }),
      );
    }
    const pictures = names.filter((name) => name.startsWith('Dual '));
    expect(pictures).toEqual([
      'Dual is the most predictable: PDPO only spreads seven times as wide',
      'Dual costs less than PIPL only in 88 of 100 futures, than PDPO only in 85 of 100 futures',
    ]);
    expect(names.filter((name) => name === 'The same numbers as a table')).toHaveLength(2);
    expect(names).toContain('The postures side by side');
  });
});

test('a finished run is announced once, by the answer alone', async () => {
  await inPage({}, async (page) => {
    await finished(page);
    expect(await page.locator('tandem-calculator p.announcement').textContent()).toBe(
      'Dual costs least over 5 years in 83 of 100 simulated futures.',
    );
  });
});

test('in forced colours no mark has a colour of its own', async () => {
  await inPage({ forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
    await finished(page);
    const fills = await page
      .locator('tandem-figure svg :is(path, circle, rect, text)')
      .evaluateAll((marks) => [...new Set(marks.map((mark) => getComputedStyle(mark).fill))]);
    expect(fills).toEqual(['rgb(255, 255, 255)']);
  });
});
