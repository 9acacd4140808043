/** Pictures of the built page in each state, into the folder that is named: `npm run screenshots -- FOLDER`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { browserPath } from './browser-path.js';

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
  { name: 'running', width: 1440, height: 1000, wait: 'progress' },
  { name: 'error', width: 1440, height: 1000, wait: 'error' },
];

const server = await preview({ preview: { port: 0 }, logLevel: 'silent' });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: await browserPath(),
  chromiumSandbox: false,
  args: ['--no-sandbox', '--no-first-run', '--disable-quic', '--disable-background-networking'],
});
try {
  for (const { name, width, height, wait, fullPage = wait === undefined, ...context } of states) {
    const page = await browser.newPage({ viewport: { width, height }, ...context });
    if (wait === 'error') {
      const broken =
        '{ "model": "compliance-tco", "name": "Broken",\n  "inputs": { "auditCosts": "dear" } }\n';
      await page.route('**/published.json', (route) => route.fulfill({ body: broken }));
    }
    if (wait === 'progress') await page.route('**/worker-*.js', () => {});
    await page.goto(address);
    const selector = { error: 'tandem-issues li', progress: 'progress' }[wait ?? ''];
    await page
      .locator(selector ?? 'tandem-comparison td')
      .first()
      .waitFor();
    if (wait === undefined) await page.locator('progress').waitFor({ state: 'detached' });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
    if (name === 'desktop') await page.pdf({ path: join(folder, 'print.pdf'), format: 'A4' });
    await page.close();
    console.log(join(folder, `${name}.png`));
  }
} finally {
  await browser.close();
  await server.close();
}
