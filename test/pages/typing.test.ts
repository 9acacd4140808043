import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Company } from '../../src/schema/company.ts';
import type { Result } from '../../src/schema/result.ts';
import { patience } from '../../tools/patience.js';
import { builtSite } from '../helpers/build-once.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveFolder } from './serve-folder.ts';
import type { ServedFolder } from './serve-folder.ts';

// Under this policy no WebAssembly is compiled: runs take their time, and finish while one types.
const slower = "default-src 'self'";
/** Milliseconds between two keys of somebody who types fast and does not stop. */
const pace = 60;

let browser: Browser;
let served: ServedFolder;
let folder: string;

beforeAll(async () => {
  const [site, launched] = await Promise.all([builtSite(), launchBrowser()]);
  browser = launched;
  served = await serveFolder(site, '/', slower);
  folder = mkdtempSync(join(tmpdir(), 'tandem-typing-'));
}, 240_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
  await served?.close();
});

async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(served.address);
  await page.locator('tandem-switching td').first().waitFor({ timeout: patience.step });
  return page;
}

/** The scenario as it would be saved, and the hash of its result, once nothing is on its way. */
async function settled(page: Page): Promise<{ readonly text: string; readonly hash: string }> {
  await page.waitForFunction(
    () => {
      const calculator = document.querySelector('tandem-calculator');
      return (
        calculator?.result != null &&
        !calculator.matches(':state(running)') &&
        !calculator.matches(':state(stale)')
      );
    },
    undefined,
    { timeout: patience.step },
  );
  return page.evaluate(async () => {
    const calculator = document.querySelector('tandem-calculator')!;
    const text = await (await calculator.exportAs('scenario')).text();
    return { text, hash: calculator.result!.manifest.resultHash };
  });
}

/** The hash of what the command line finds for the text of a scenario. */
function hashOf(text: string): string {
  const file = join(folder, 'typed.json');
  writeFileSync(file, text);
  const said = execFileSync(
    process.execPath,
    ['dist/cli/tandem.js', 'run', file, '--format', 'json', '--quiet'],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  return (JSON.parse(said) as Result).manifest.resultHash;
}

test('every answer about a company is there, however fast they are typed', async () => {
  const page = await openPage();
  await page.getByRole('button', { name: 'Start with your own company' }).click();
  const field = (id: string) => page.locator(`tandem-questions input#${id}`);
  await field('hongKong-ordinary').focus();
  // From field to field by the keyboard, without a pause; nothing is entered for those under 14.
  for (const number of ['45000', '12000', '3500', '1200', '', '220', '15', '480m']) {
    if (number !== '') await page.keyboard.type(number, { delay: pace });
    await page.keyboard.press('Tab', { delay: pace });
  }
  await page.keyboard.press('Space', { delay: pace });
  await page.locator('tandem-questions input[value=passed-on]').check();

  const { hash, text } = await settled(page);
  const { company } = JSON.parse(text) as { readonly company: Company };
  expect(company).toEqual({
    places: ['hong-kong'],
    people: {
      hongKong: { ordinary: 45_000, sensitive: 12_000 },
      mainland: { ordinary: 3500, sensitive: 1200 },
    },
    staff: { hongKong: 220, mainland: 15 },
    turnover: 480_000_000,
    targetsMainland: true,
    directMarketing: 'passed-on',
  });
  const shown = page.locator('tandem-questions input[type=text]');
  await expect
    .poll(() =>
      shown.evaluateAll((fields) =>
        fields.map((each) => (each as HTMLInputElement).value.replace(/\s/, ' ')),
      ),
    )
    .toEqual(['45,000', '12,000', '3,500', '1,200', '', '220', '15', '480 M']);
  expect(hash).toBe(hashOf(text));
  await page.close();
});
