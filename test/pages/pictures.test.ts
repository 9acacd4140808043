import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtSite } from '../helpers/build-once.ts';
import { faultsInLooks } from './axe-faults.ts';
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

/** The page with its answer; what it asks of the server is written down. */
async function inPage(
  options: BrowserContextOptions,
  body: (page: Page, requests: readonly string[]) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  // Fewer futures: it is the pictures that are looked at here.
  await page.route('**/published.json', async (route) => {
    const answer = await route.fetch();
    const scenario = (await answer.json()) as { readonly run: object };
    const json = { ...scenario, run: { ...scenario.run, trials: 4000 } };
    await route.fulfill({ response: answer, json });
  });
  await page.goto(served.address);
  await page.locator('tandem-switching td').first().waitFor();
  await page.locator('progress').waitFor({ state: 'detached' });
  await body(page, requests);
  expect(faults).toEqual([]);
  await context.close();
}

const views = (page: Page) => page.locator('tandem-views:not([compact])');

/** The costs, with the line that can be moved. */
async function exceedance(page: Page): Promise<Locator> {
  const own = views(page).first();
  await own.getByRole('button', { name: 'Chance of exceeding' }).click();
  await own.locator('.grip').waitFor();
  return own;
}

test('every picture that can be chosen is fetched when it is chosen, and drawn', async () => {
  await inPage({}, async (page, requests) => {
    const fetched = () => requests.filter((each) => /histogram|exceedance|components/.test(each));
    expect(fetched()).toEqual([]);
    const titles = new Set<string>();
    for (const own of await views(page).all()) {
      const buttons = await own.locator('.choices button').all();
      for (const button of buttons) {
        const before = await own.locator('desc').textContent();
        const isFirst = (await button.getAttribute('aria-pressed')) === 'true';
        await button.click();
        await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
        if (!isFirst) await expect.poll(() => own.locator('desc').textContent()).not.toBe(before);
        titles.add((await own.locator('desc').textContent()) ?? '');
      }
    }
    // Costs in four ways, savings in two, and two bridges.
    expect(titles.size).toBe(8);
    expect(fetched().length).toBeGreaterThan(3);
  });
});

test('axe finds no fault in any picture', async () => {
  await inPage({}, async (page) => {
    const choices = await Promise.all(
      (await views(page).all()).map((own) => own.locator('.choices button').all()),
    );
    const rounds = Math.max(...choices.map(({ length }) => length));
    expect(rounds).toBe(4);
    for (let round = 0; round < rounds; round++) {
      // One of each place in the page at a time.
      for (const buttons of choices) await buttons[round % Math.max(1, buttons.length)]?.click();
      const faults = await faultsInLooks(page, { inside: ['tandem-views'] });
      expect(faults, `round ${round}`).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
  });
  // Twelve times over the whole page: on a busy machine that takes a minute.
});

/** Until a mark stays where it is: what stands above it may still be on its way. */
async function atRest(mark: Locator): Promise<void> {
  await mark.scrollIntoViewIfNeeded();
  let quiet = 0;
  for (let before = ''; quiet < 10;) {
    const now = JSON.stringify(await mark.boundingBox());
    quiet = now === before ? quiet + 1 : 0;
    before = now;
    await mark.page().waitForTimeout(50);
  }
}

test('the line is dragged with the mouse, and the axis stands still meanwhile', async () => {
  await inPage({}, async (page) => {
    const own = await exceedance(page);
    const title = () => own.locator('h4').textContent();
    const first = await title();
    const axis = await own.locator('svg text.label').allTextContents();
    await atRest(own.locator('.grip'));
    const box = await own.locator('.grip').boundingBox();
    if (box === null) throw new Error('there is no grip');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y, { steps: 4 });
    const amounts = new Set<string>();
    for (const step of [60, 90, 120]) {
      await page.mouse.move(x - step, y + 60);
      // The line is where the pointer is, to the nearest of its stops.
      const away = async () => {
        const at = await own.locator('.grip').boundingBox();
        return Math.abs((at?.x ?? 0) + (at?.width ?? 0) / 2 - (x - step));
      };
      await expect.poll(away).toBeLessThan(4);
      amounts.add((await title()) ?? '');
    }
    expect(amounts.size).toBe(3);
    expect(await own.locator('svg text.label').allTextContents()).toEqual(axis);
    await page.mouse.up();
    const last = await title();
    expect(last).not.toBe(first);
    await expect.poll(() => own.locator('.said').textContent()).toBe(last);
    // Let go of, it does not follow any more.
    await page.mouse.move(x, y);
    expect(await title()).toBe(last);
    // And it is still there after another picture was looked at.
    await own.getByRole('button', { name: 'Histogram' }).click();
    await own.getByRole('button', { name: 'Chance of exceeding' }).click();
    await expect.poll(title).toBe(last);
  });
});

test('each move of the line is drawn at once, before the next one', async () => {
  await inPage({}, async (page) => {
    const own = await exceedance(page);
    const drawn = await own.locator('tandem-slider input[type=range]').evaluate(async (range) => {
      const input = range as HTMLInputElement;
      const slider = (input.getRootNode() as ShadowRoot).host;
      const figure = (slider.getRootNode() as ShadowRoot).host as HTMLElement & {
        readonly updateComplete: Promise<unknown>;
      };
      const titles = new Set<string>();
      for (let step = 20; step < 60; step++) {
        input.value = String(step);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await figure.updateComplete;
        titles.add(figure.shadowRoot?.querySelector('h4')?.textContent ?? '');
      }
      return titles.size;
    });
    expect(drawn).toBe(40);
  });
});

test('nothing moves by itself where motion is not wanted', async () => {
  await inPage({ reducedMotion: 'reduce' }, async (page) => {
    const durations = await page
      .locator('tandem-figure svg :is(circle, rect, path)')
      .evaluateAll((marks) => [
        ...new Set(marks.map((mark) => getComputedStyle(mark).transitionDuration)),
      ]);
    expect(durations).toEqual(['0s']);
  });
});

test.each(['PNG', 'SVG'])('a picture is saved as %s under a strict policy', async (kind) => {
  await inPage({ acceptDownloads: true }, async (page) => {
    const own = views(page).first();
    const waiting = page.waitForEvent('download');
    await own.getByRole('button', { name: `Save picture as ${kind}` }).click();
    const download = await waiting;
    const title = (await own.locator('h4').textContent()) ?? '';
    const words = title.toLowerCase().split(/\W+/).slice(0, 3).join('-');
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^${words}.*\\.${kind.toLowerCase()}$`),
    );
    const bytes = await readFile(await download.path());
    if (kind === 'PNG') {
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(bytes.readUInt32BE(16)).toBe(1440);
      // A blank picture would be far smaller.
      expect(bytes.length).toBeGreaterThan(20_000);
    } else {
      const text = bytes.toString('utf8');
      expect(text).toContain('<title>');
      expect(text).toContain('simulated futures (quasi-random, seed');
    }
    await expect.poll(() => own.locator('.said').textContent()).toContain('Saved as ');
  });
});

test('a picture that cannot be fetched says so, and is drawn when it can', async () => {
  await inPage({}, async (page) => {
    const own = views(page).first();
    await page.route('**/cost-components-*.js', (route) => route.abort());
    const button = own.getByRole('button', { name: 'What it is made of' });
    // The browser tells of what it cannot fetch, too: that is no fault of the page.
    page.removeAllListeners('console');
    await button.click();
    const alert = own.getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain('could not be fetched');
    const title = () => own.locator('h4').textContent();
    expect(await title()).toContain('Dual is the most predictable');
    await page.unrouteAll();
    await button.click();
    await expect.poll(title).toContain('goes on remediations');
    expect(await alert.count()).toBe(0);
  });
});
