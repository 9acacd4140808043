/** Pictures of the built page in each state, into the folder that is named: `npm run screenshots -- FOLDER`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import { launchBrowser } from './launch-browser.js';

const folder = process.argv[2] ?? 'dist/screenshots';
mkdirSync(folder, { recursive: true });

const states = [
  // The picture of the README.
  { name: 'page', width: 1040, height: 1130, fullPage: false },
  { name: 'desktop', width: 1440, height: 1000 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'narrow', width: 320, height: 640 },
  { name: 'dark', width: 1440, height: 1000, colorScheme: 'dark' },
  { name: 'forced-colors', width: 1440, height: 1000, colorScheme: 'dark', forcedColors: 'active' },
  { name: 'print', width: 690, height: 1030, media: 'print' },
  { name: 'running', width: 1440, height: 1000, wait: 'progress' },
  { name: 'error', width: 1440, height: 1000, wait: 'error' },
  { name: 'broken-file', width: 1440, height: 1000, wait: 'broken file' },
  { name: 'edited', width: 1440, height: 1000, wait: 'edit', fullPage: false },
  { name: 'edited-phone', width: 390, height: 844, wait: 'edit', fullPage: false },
  { name: 'without-script', width: 1040, height: 1000, wait: 'nothing', javaScriptEnabled: false },
];

const broken =
  '{ "model": "compliance-tco", "name": "Broken",\n  "inputs": { "auditCosts": "dear" } }\n';

/** What a person does, or what goes wrong, before the picture is taken. */
const waits = {
  answer: (page) => page.locator('tandem-switching td').first().waitFor(),
  progress: (page) => page.locator('progress').waitFor(),
  error: (page) => page.locator('tandem-issues li').first().waitFor(),
  'broken file': async (page) => {
    await waits.answer(page);
    await page.locator('tandem-scenario-bar input[type=file]').setInputFiles({
      name: 'client.json',
      mimeType: 'application/json',
      buffer: Buffer.from(broken),
    });
    await page.locator('tandem-issues li').first().waitFor();
  },
  edit: async (page) => {
    await waits.answer(page);
    const slider = page.locator('tandem-inputs input[type=range]').first();
    await slider.scrollIntoViewIfNeeded();
    await slider.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft');
    await page.locator('progress').waitFor({ state: 'detached' });
    await page.waitForTimeout(1000);
  },
  nothing: () => Promise.resolve(),
};

const server = await preview({ preview: { port: 0 }, logLevel: 'silent' });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await launchBrowser();
try {
  for (const {
    name,
    width,
    height,
    wait = 'answer',
    media,
    fullPage = true,
    ...context
  } of states) {
    const page = await browser.newPage({ viewport: { width, height }, ...context });
    if (media !== undefined) await page.emulateMedia({ media });
    if (wait === 'error')
      await page.route('**/published.json', (route) => route.fulfill({ body: broken }));
    if (wait === 'progress') await page.route('**/worker-*.js', () => {});
    await page.goto(address);
    await waits[wait](page);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
    if (name === 'desktop')
      await page.pdf({ path: join(folder, 'print.pdf'), preferCSSPageSize: true });
    await page.close();
    console.log(join(folder, `${name}.png`));
  }
} finally {
  await browser.close();
  await server.close();
}
