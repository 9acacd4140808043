/**
 * Installs the packed package into the examples with frameworks, in a folder of its own, and opens
 * them built and while developing: `npm run examples:check`. Needs the registry.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, preview } from 'vite';
import { launchBrowser } from './launch-browser.js';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-examples-'));
// As it was: serving a page sets NODE_ENV, with which npm would leave out what a build needs.
const env = { ...process.env };
const run = (cwd, command, ...given) =>
  execFileSync(command, given, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** What a person would do, and what has to come of it. */
async function use(browser, address, name) {
  const page = await browser.newPage();
  const faults = [];
  const workers = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto(address);
  const mean = page.locator('#mean');
  await mean.filter({ hasText: 'million on average' }).waitFor();
  const before = await mean.textContent();
  await page.locator('input').first().fill('900000');
  await page.waitForFunction(
    (text) => document.querySelector('#mean').textContent !== text,
    before,
  );
  const after = await mean.textContent();
  await page.locator('tandem-calculator').evaluate((element) => element.remove());
  await page.waitForTimeout(2000);
  const left = page.workers().length;
  await page.close();
  if (faults.length > 0 || workers.length === 0 || left > 0)
    throw new Error(`${name}: ${JSON.stringify({ faults, workers, left })}`);
  console.log(`${name}: ${before.trim()}, then ${after.trim()}`);
}

const browser = await launchBrowser();
try {
  const [{ filename }] = JSON.parse(
    run('.', 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', scratch),
  );
  for (const name of ['react', 'vue']) {
    const root = join(scratch, name);
    cpSync(join('examples', name), root, { recursive: true });
    const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    description.dependencies['tandem-tco'] = `file:${join(scratch, filename)}`;
    writeFileSync(join(root, 'package.json'), JSON.stringify(description));
    run(root, 'npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent');
    run(root, 'npm', 'run', '--silent', 'build');
    const built = await preview({ root, logLevel: 'silent', preview: { port: 0 } });
    await use(browser, built.resolvedUrls.local[0], `${name}, built`);
    await built.close();
    const developed = await createServer({ root, logLevel: 'silent', server: { port: 0 } });
    await developed.listen();
    await use(browser, developed.resolvedUrls.local[0], `${name}, while developing`);
    await developed.close();
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
