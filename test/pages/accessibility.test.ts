import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtSite } from '../helpers/build-once.ts';
import { faultsInLooks, faultsOf } from './axe-faults.ts';
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

async function finished(page: Page): Promise<void> {
  await page.locator('tandem-comparison td').first().waitFor();
  await page.locator('progress').waitFor({ state: 'detached' });
}

test('axe finds no fault in the answer', async () => {
  await inPage({}, async (page) => {
    await finished(page);
    for (const summary of await page.locator('tandem-figure summary').all()) await summary.click();
    expect(await faultsInLooks(page)).toEqual([]);
  });
});

test('axe finds no fault in law, questions, claims and register, unfolded', async () => {
  await inPage({}, async (page) => {
    await finished(page);
    await page.locator('tandem-scenario-bar select').selectOption('./scenarios/retailer.json');
    await page.locator('tandem-law [data-fold=programme]').waitFor();
    await page.locator('progress').waitFor({ state: 'detached' });
    const folds = page.locator('tandem-law .section > summary, tandem-register .section > summary');
    for (const summary of await folds.all()) await summary.click();
    for (const name of ['flow-1', 'why-R17-1', 'why-R6-company', 'derived-programmeCost', 'C14'])
      await page.locator(`[data-fold="${name}"] > summary`).click();
    await page.locator('tandem-register tandem-evidence li').first().waitFor();
    expect(await faultsInLooks(page, { inside: ['tandem-law', 'tandem-register'] })).toEqual([]);
  });
});

test('axe finds no fault in what the decision turns on, unfolded', async () => {
  await inPage({}, async (page) => {
    await finished(page);
    await page.locator('tandem-decision').scrollIntoViewIfNeeded();
    await page.locator('tandem-findings [data-picture=tornado] svg').waitFor();
    const closed = page.locator('tandem-findings .section:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    await page.locator('tandem-findings [data-picture=map] svg').waitFor();
    const tables = page.locator('tandem-findings tandem-figure summary');
    for (const summary of await tables.all()) await summary.click();
    const dot = page.locator('tandem-futures tandem-figure svg circle').nth(20);
    await dot.click();
    await page.locator('tandem-ledger h4').waitFor();
    expect(await faultsInLooks(page, { for: 'everything' })).toEqual([]);
  });
});

test('axe finds no fault in what moves together', async () => {
  await inPage({}, async (page) => {
    await finished(page);
    await page.locator('tandem-inputs .together > summary').click();
    const part = page.locator('tandem-correlations');
    for (const [index, name] of ['trustDrop', 'passThrough'].entries())
      await part.locator('select').nth(index).selectOption(name);
    await part.getByRole('button', { name: 'Add this pair' }).click();
    await part.locator('tandem-figure svg').waitFor();
    await page.locator('progress').waitFor({ state: 'detached' });
    expect(await faultsInLooks(page, { inside: ['tandem-inputs'] })).toEqual([]);
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
    for (let i = 0; i < 60; i++) {
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
    // Every picture is reached, after its choices and before its table and its ways to be saved.
    const pictures = await page.locator('tandem-views:not([compact]) tandem-figure').all();
    expect(pictures).toHaveLength(4);
    let last = -1;
    for (const picture of pictures) {
      const title = (await picture.locator('h4').textContent()) ?? '';
      const at = names.indexOf(title);
      expect(at, title).toBeGreaterThan(last);
      expect(names.slice(at + 1, at + 4)).toEqual([
        'The same numbers as a table',
        'Save picture as PNG',
        'Save picture as SVG',
      ]);
      last = at;
    }
    const first = names.indexOf('50 futures');
    expect(names.slice(first, first + 4)).toEqual([
      '50 futures',
      'Histogram',
      'Chance of exceeding',
      'What it is made of',
    ]);
    expect(names).toContain('The postures side by side');
  });
});

test('a finished run is announced once, by the answer alone', async () => {
  await inPage({}, async (page) => {
    await finished(page);
    expect(await page.locator('tandem-calculator p.announcement').textContent()).toBe(
      'Dual is the only option that keeps every law that applies: HK$3.90\u00a0M over 5 years on average.',
    );
  });
});

test('in forced colours no mark has a colour of its own', async () => {
  await inPage({ forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
    await finished(page);
    const system = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      return ['CanvasText', 'Canvas', 'GrayText'].map((name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      });
    });
    expect(system.slice(0, 2)).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    const views = page.locator('tandem-views:not([compact])').first();
    const choices = await views.locator('.choices button').all();
    const kinds = ['Dotplot', 'Histogram', 'Loss exceedance', 'Stacked bars'];
    expect(choices).toHaveLength(kinds.length);
    for (const [index, choice] of choices.entries()) {
      await choice.click();
      await expect.poll(() => views.locator('desc').textContent()).toContain(kinds[index]);
      const colours = await page
        .locator('tandem-figure svg :is(path, circle, rect, text, line)')
        .evaluateAll((marks) =>
          marks.flatMap((mark) => {
            const { fill, stroke } = getComputedStyle(mark);
            // A line has no fill and an area no stroke; nothing is without both.
            const own = [fill, stroke].filter((each) => each !== 'none');
            return own.length === 0 ? ['nothing'] : own;
          }),
        );
      // What a pointer takes hold of, around the line that can be moved, is not seen.
      const seen = new Set(colours.filter((colour) => colour !== 'rgba(0, 0, 0, 0)'));
      expect([...seen].filter((colour) => !system.includes(colour))).toEqual([]);
    }
  });
});
