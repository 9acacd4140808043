import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience } from '../../tools/patience.js';
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

const published = JSON.parse(readFileSync('scenarios/published.json', 'utf8')) as object;

/** A file as a person opens it, with something else in it. */
const file = (name: string, more: object) => ({
  name: `${name}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ ...published, name, ...more })),
});

async function open(page: Page, opened: ReturnType<typeof file>): Promise<void> {
  await page.locator('tandem-scenario-bar input[type=file]').setInputFiles(opened);
}

/** Waits until a scenario of that name has been run, and nothing runs any more. */
async function settled(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const calculator = document.querySelector('tandem-calculator');
      return (
        calculator?.result?.manifest.scenario.name === wanted &&
        !calculator.matches(':state(running)')
      );
    },
    name,
    { timeout: patience.step },
  );
}

const firstName = (published as { name: string }).name;
const bomb = Array.from({ length: 10 }).reduce<string>(
  (inner) => `cumulative(${inner})`,
  '(year == 1 ? 1 : 0) * auditCost',
);
const deep = {
  horizon: 30,
  lines: {
    deep: {
      label: 'Ten deep',
      category: 'audits',
      kind: 'investment',
      formula: `0.000001 * ${bomb}`,
    },
  },
};

/** A percentile of -1e308, which cannot be computed with. */
const link =
  '1.FcdBCoAgEAXQu_y1yYhFNdtOYillhEpTK_Hu0du9CtlCcnfMYJR3vaIcwetTcoLCdri0BwFXuNfHZ8ny_CmGwJ0JliaFMg5g0r1CmQewpdbaBw';

test('a link that cannot be run gives its reason, and the page stays of use', async () => {
  const page = await browser.newPage();
  await page.goto(`${served.address}#${link}`);
  await expect
    .poll(() => page.locator('#notice').textContent(), { timeout: patience.step })
    .toContain('/inputs/auditCost/p10: p10: -1e+308 cannot be computed with');
  await settled(page, firstName);
  await open(page, file('Opened afterwards', { run: { trials: 2000 } }));
  await settled(page, 'Opened afterwards');
  await page.close();
});

test('changes that only the run finds impossible are told with the reason too', async () => {
  const page = await browser.newPage();
  await page.goto(served.address);
  await settled(page, firstName);
  const link = await page.evaluate(() => {
    const { linkTo } = document.querySelector('tandem-calculator')!;
    return linkTo!({ auditCost: 1e308 }, {});
  });
  await page.goto('about:blank');
  await page.goto(link);
  await expect
    .poll(() => page.locator('#notice').textContent(), { timeout: patience.step })
    .toMatch(/cannot be used; this is the scenario without them\. \S.{20}/);
  await settled(page, firstName);
  await page.close();
});

test('a file whose sums stand ten deep in one another runs, and so does the next', async () => {
  const page = await browser.newPage();
  await page.goto(served.address);
  await settled(page, firstName);
  await open(page, file('Nested', { ...deep, run: { trials: 2000 } }));
  await settled(page, 'Nested');
  await open(page, file('Next', { run: { trials: 2000 } }));
  await settled(page, 'Next');
  await page.close();
});

/** A page whose workers go round in circles for ever on a scenario called `Hang`. */
async function pageThatHangs(): Promise<Page> {
  const page = await browser.newPage();
  await page.route(/\/worker-[^/]+\.js$/, async (route) => {
    const response = await route.fetch();
    const hang =
      "self.addEventListener('message', ({ data }) => { if (JSON.stringify(data.request?.files ?? '').includes('Hang')) for (;;); });\n";
    await route.fulfill({ response, body: hang + (await response.text()) });
  });
  return page;
}

test('a worker that hangs is ended when another scenario is opened', async () => {
  const page = await pageThatHangs();
  await page.goto(served.address);
  await settled(page, firstName);
  await open(page, file('Hang', {}));
  await page.locator('progress').waitFor();
  await open(page, file('Next', { run: { trials: 2000 } }));
  await settled(page, 'Next');
  expect(await page.locator('tandem-issues h2').count()).toBe(0);
  await page.close();
});

test('a worker that hangs is ended in the end, and the reader is told', async () => {
  const page = await pageThatHangs();
  await page.clock.install();
  await page.goto(served.address);
  await settled(page, firstName);
  await open(page, file('Hang', {}));
  await page.locator('progress').waitFor();
  for (let tick = 0; tick < 62; tick++) await page.clock.runFor(1000);
  await expect
    .poll(() => page.locator('tandem-issues h2').textContent(), { timeout: patience.step })
    .toContain('The calculation gave no answer for 60 seconds and was ended.');
  expect(await page.locator('progress').count()).toBe(0);
  await open(page, file('Next', { run: { trials: 2000 } }));
  await settled(page, 'Next');
  await page.close();
});
