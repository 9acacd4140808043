import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/tandem.ts';
import {
  classicScript,
  commandLine,
  example,
  hashesOf,
  library,
  moduleScript,
  openIntranet,
  pageWith,
  published,
  publishedHash,
  seed,
  self,
  trials,
  visit,
} from './intranet.ts';
import { servePages } from './serve-pages.ts';

openIntranet();

test("the plain example works under default-src 'self', in workers of the page's origin", async () => {
  const pages = { '/examples/plain.html': example('plain') };
  await visit({ policy: self, pages }, async ({ page, ...seen }, address) => {
    expect(await hashesOf(page)).toEqual([publishedHash()]);
    expect(seen.workers.length).toBeGreaterThan(0);
    expect(new Set(seen.workers)).toEqual(new Set([`${address}dist/lib/worker.js`]));
    expect([...seen.violations, ...seen.faults]).toEqual([]);
    expect(seen.requests.filter((request) => !request.startsWith(address))).toEqual([]);
  });
});

test.each([
  ['module', moduleScript],
  ['classic script', classicScript],
])('as a %s, it works where workers and WebAssembly are refused', async (_, script) => {
  const policy = `${self}; worker-src 'none'`;
  await visit({ policy, pages: { '/': pageWith(script, published) } }, async (watched) => {
    expect(await hashesOf(watched.page)).toEqual([publishedHash()]);
    expect(watched.violations).toHaveLength(1);
    expect(watched.violations[0]).toMatch(/^worker-src /);
    expect([...watched.faults, ...watched.page.workers()]).toEqual([]);
  });
});

test('where a part of the worker is missing, as bundlers leave it out, it computes in the page', async () => {
  const scenario = JSON.stringify({
    model: 'compliance-tco',
    name: 'A line of our own',
    lines: {
      insurance: {
        label: 'Insurance',
        category: 'audits',
        kind: 'running',
        formula: 'auditCost * auditsPerYear',
      },
    },
  });
  const element = `<tandem-calculator trials="${trials}" seed="${seed}"><script type="application/json">${scenario}</script></tandem-calculator>`;
  const pages = {
    '/': pageWith(moduleScript, element),
    '/dist/lib/worker.parse-formula.js': 'not a script',
  };
  await visit({ policy: self, pages }, async ({ page, ...seen }) => {
    const file = join(folderWith({ 'scenario.json': scenario }), 'scenario.json');
    expect(await hashesOf(page)).toEqual([commandLine(file)]);
    expect(seen.workers.length).toBeGreaterThan(0);
    expect([...seen.violations, ...page.workers()]).toEqual([]);
  });
});

test.each([
  ['module', moduleScript],
  ['classic script', classicScript],
])('as a %s, it works where trusted types are required', async (_, script) => {
  const policy = `${self}; require-trusted-types-for 'script'; trusted-types lit-html tandem-calculator`;
  await visit({ policy, pages: { '/': pageWith(script, published) } }, async (watched) => {
    expect(await hashesOf(watched.page)).toEqual([publishedHash()]);
    expect(watched.workers.length).toBeGreaterThan(0);
    expect([...watched.violations, ...watched.faults]).toEqual([]);
  });
});

test("the classic script starts workers from its own file under default-src 'self'", async () => {
  const pages = { '/examples/scenario-in-page.html': example('scenario-in-page') };
  await visit({ policy: self, pages }, async ({ page, ...seen }, address) => {
    const scenario = await page.locator('script[type="application/json"]').textContent();
    const file = join(folderWith({ 'scenario.json': scenario }), 'scenario.json');
    expect(await hashesOf(page)).toEqual([commandLine(file)]);
    const script = `${address}dist/lib/tandem-calculator.embed.js`;
    expect(new Set(seen.workers)).toEqual(new Set([script]));
    expect([...seen.violations, ...seen.faults]).toEqual([]);
    // Each worker asks for the file itself; nothing else is asked for.
    expect(new Set(seen.requests)).toEqual(new Set([page.url(), script]));
  });
});

function withIntegrity(address: string): string {
  const hashes = JSON.parse(readFileSync(join(library, 'sri.json'), 'utf8')) as Record<
    string,
    string
  >;
  const integrity = hashes['tandem-calculator.embed.js'];
  return `<script src="${address}dist/lib/tandem-calculator.embed.js" integrity="${integrity}" crossorigin defer></script>`;
}

test('of another origin, with its hash, it works with workers from its text', async () => {
  const other = await servePages({
    folders: { '/dist/lib/': library },
    pages: {},
    headers: { 'Access-Control-Allow-Origin': '*' },
  });
  const policy = `${self}; script-src ${other.address}; worker-src blob:`;
  const pages = { '/': pageWith(withIntegrity(other.address), published) };
  await visit({ policy, pages }, async (watched) => {
    expect(await hashesOf(watched.page)).toEqual([publishedHash()]);
    expect(watched.workers.length).toBeGreaterThan(0);
    for (const worker of watched.workers) expect(worker).toMatch(/^blob:/);
    expect([...watched.violations, ...watched.faults]).toEqual([]);
  });
  await other.close();
});

test('where its hash is given, it starts no worker from a file that nothing checks', async () => {
  const pages = { '/': pageWith(withIntegrity('/'), published) };
  await visit({ policy: self, pages }, async ({ page, violations, workers }) => {
    expect(await hashesOf(page)).toEqual([publishedHash()]);
    expect(workers).toEqual([]);
    expect(violations).toEqual(['worker-src blob']);
  });
});

test('where requests are refused, it says that its file cannot be read, and reads the page', async () => {
  const policy = `${self}; connect-src 'none'`;
  const data = readFileSync('scenarios/published.json', 'utf8');
  const inPage = `<tandem-calculator trials="${trials}" seed="${seed}"><script type="application/json">${data}</script></tandem-calculator>`;
  const pages = { '/': pageWith(moduleScript, inPage), '/file': pageWith(moduleScript, published) };
  await visit({ policy, pages }, async ({ page, ...seen }) => {
    expect(await hashesOf(page)).toEqual([publishedHash()]);
    expect([...seen.violations, ...seen.faults]).toEqual([]);
  });
  await visit({ policy, pages, at: '/file' }, async ({ page, ...seen }) => {
    await page.locator('tandem-issues').waitFor();
    expect(seen.events).toEqual(['tandem-error']);
    expect(seen.faults).toEqual([]);
  });
});

test('where trusted types leave Lit out, what stands inside it stays', async () => {
  const policy = `${self}; require-trusted-types-for 'script'; trusted-types other`;
  const element = '<tandem-calculator><p>Dual costs least.</p></tandem-calculator>';
  await visit({ policy, pages: { '/': pageWith(moduleScript, element) } }, async ({ page }) => {
    await page.waitForTimeout(500);
    expect(await page.locator('p').isVisible()).toBe(true);
    expect(await page.evaluate(() => customElements.get('tandem-calculator') === undefined)).toBe(
      true,
    );
  });
});

test('inside the script of a solution, where blob workers are refused, it computes in the page', async () => {
  // As in a web part of SharePoint: the classic file is bundled with other scripts.
  const policy = `${self}; script-src 'self' 'unsafe-eval'`;
  const script = '<script src="/solution/web-part.js" defer></script>';
  const bundled = `var webPart = 1;\n${readFileSync(join(library, 'tandem-calculator.embed.js'), 'utf8')}`;
  const pages = { '/': pageWith(script, published), '/solution/web-part.js': bundled };
  await visit({ policy, pages }, async (watched) => {
    expect(await hashesOf(watched.page)).toEqual([publishedHash()]);
    expect(watched.violations).toEqual(['worker-src blob']);
    expect([...watched.faults, ...watched.page.workers()]).toEqual([]);
  });
});
