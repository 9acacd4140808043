import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtSite } from '../helpers/build-once.ts';
import { faultsOf } from './axe-faults.ts';
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

const first = 'tandem-inputs section[aria-labelledby=first] tandem-input';

/** The page as built, once it knows what matters most. */
async function inEditor(
  options: BrowserContextOptions,
  body: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(served.address);
  await page.locator('tandem-switching td').first().waitFor();
  await page.locator(first).first().waitFor();
  await body(page);
  expect(faults).toEqual([]);
  await context.close();
}

const namesOf = (page: Page) =>
  page
    .locator(first)
    .evaluateAll((inputs) =>
      inputs.map((each) => (each as HTMLElementTagNameMap['tandem-input']).input?.name),
    );

// A case with every question of the law answered: without, nothing can be said to change the answer.
const client = JSON.stringify({
  ...JSON.parse(readFileSync('scenarios/small-firm.json', 'utf8')),
  name: 'A client',
});

test('the first inputs follow what matters most in another scenario, each of them once', async () => {
  await inEditor({}, async (page) => {
    const before = await namesOf(page);
    expect(new Set(before).size).toBe(before.length);
    await page.locator('tandem-scenario-bar input[type=file]').setInputFiles({
      name: 'client.json',
      mimeType: 'application/json',
      buffer: Buffer.from(client),
    });
    await expect
      .poll(() => page.locator('tandem-scenario-bar select').innerText())
      .toContain('A client');
    await page.locator('tandem-switching td').first().waitFor();
    await expect.poll(() => namesOf(page)).not.toEqual(before);
    const after = await namesOf(page);
    expect(new Set(after).size).toBe(after.length);
    expect(after.length).toBeGreaterThan(0);
  });
});

test.each([
  ['in light and dark colours', { light: 'everything', dark: 'colours' }, {}],
  [
    'on a narrow phone',
    { light: 'all but colours' },
    { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  ],
] as const)(
  'axe finds no fault in the inputs with all unfolded, and nothing is cut off, %s',
  async (_, seen, options) => {
    await inEditor(options, async (page) => {
      const cost = page.locator(first).filter({ hasText: 'Cost of an emergency' });
      await cost.getByRole('slider').press('ArrowLeft');
      await cost.getByRole('button', { name: 'How certain is it?' }).click();
      await cost.locator('label', { hasText: 'Range' }).click();
      await cost.getByRole('button', { name: 'Why this value?' }).click();
      await cost.locator('tandem-evidence li').first().waitFor();
      const wrong = cost.locator('tandem-spread input').first();
      await wrong.fill('much');
      await wrong.press('Enter');
      await page.locator('tandem-inputs details.changes > summary').click();
      await page.locator('tandem-inputs details.group > summary').nth(4).click();
      await page.locator('progress').waitFor({ state: 'detached' });
      const inside = ['tandem-scenario-bar', 'tandem-inputs'];
      for (const [colorScheme, what] of Object.entries(seen)) {
        await page.emulateMedia({ colorScheme: colorScheme as 'light' | 'dark' });
        await page.waitForTimeout(500);
        expect(await faultsOf(page, { inside, for: what }), colorScheme).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  },
);

test('everything in the inputs that can be pressed is large enough', async () => {
  await inEditor({ viewport: { width: 390, height: 844 } }, async (page) => {
    const controls = page
      .locator('tandem-inputs, tandem-scenario-bar')
      .locator('button:visible, summary:visible, select:visible, input[type=range]:visible');
    const boxes = await controls.evaluateAll((all) =>
      all.map((each) => {
        const { height, width } = each.getBoundingClientRect();
        return { name: each.ariaLabel ?? each.textContent?.trim() ?? '', height, width };
      }),
    );
    expect(boxes.length).toBeGreaterThan(30);
    expect(boxes.filter(({ height, width }) => height < 24 || width < 24)).toEqual([]);
  });
});

test('nothing moves under the finger when a figure becomes a changed one', async () => {
  await inEditor({ viewport: { width: 390, height: 844 } }, async (page) => {
    const slider = page.locator(first).nth(1).getByRole('slider').first();
    await slider.scrollIntoViewIfNeeded();
    await slider.focus();
    const placeOf = async () => (await slider.boundingBox())?.y ?? NaN;
    const before = await placeOf();
    for (let step = 0; step < 3; step++) await slider.press('ArrowRight');
    await page.locator('tandem-inputs details.changes').waitFor();
    // Lines of text above may round to another pixel.
    expect(Math.abs((await placeOf()) - before)).toBeLessThanOrEqual(1);
  });
});
