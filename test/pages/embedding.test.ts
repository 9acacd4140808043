import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith } from '../cli/tandem.ts';
import type { Result } from '../../src/schema/result.ts';
import { builtLibrary } from '../helpers/build-once.ts';
import { launchBrowser } from './launch-browser.ts';
import { servePages } from './serve-pages.ts';
import { watchPage } from './watched-page.ts';
import type { WatchedPage } from './watched-page.ts';

const trials = 8192;
const seed = 7;
const self = "default-src 'self'";

let library: string;
let browser: Browser;

beforeAll(async () => {
  const [built, launched] = await Promise.all([builtLibrary(), launchBrowser()]);
  library = join(built, 'lib');
  browser = launched;
}, 240_000);

afterAll(() => browser?.close());

/** An example as it stands, but for the number of trials. */
function example(name: string): string {
  return readFileSync(`examples/${name}.html`, 'utf8').replaceAll(
    '<tandem-calculator',
    `<tandem-calculator trials="${trials}" seed="${seed}"`,
  );
}

function pageWith(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>Test</title>${head}</head><body>${body}</body></html>`;
}

const published = `<tandem-calculator trials="${trials}" seed="${seed}" view="summary" src="/scenarios/published.json"></tandem-calculator>`;
const moduleScript = '<script type="module" src="/dist/lib/tandem-calculator.js"></script>';
const classicScript = '<script src="/dist/lib/tandem-calculator.embed.js" defer></script>';

interface Visit {
  readonly policy: string;
  /** HTML by address; the first is opened. */
  readonly pages: Readonly<Record<string, string>>;
  /** Where it is opened, if not at the first page. */
  readonly at?: string;
}

/** Opens a page of an intranet that has the library, the scenarios and the examples. */
async function visit(
  { policy, pages, at = Object.keys(pages)[0] ?? '/' }: Visit,
  body: (watched: WatchedPage, address: string) => Promise<void>,
): Promise<void> {
  const served = await servePages({
    folders: { '/dist/lib/': library, '/scenarios/': 'scenarios', '/examples/': 'examples' },
    pages,
    headers: { 'Content-Security-Policy': policy },
  });
  try {
    const watched = await watchPage(browser, new URL(at, served.address).href);
    await body(watched, served.address);
    await watched.page.close();
  } finally {
    await served.close();
  }
}

async function hashesOf(page: Page | Frame): Promise<readonly string[]> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('tandem-calculator')].every(({ result }) => result != null),
  );
  return page.evaluate(() =>
    [...document.querySelectorAll('tandem-calculator')].map(
      ({ result }) => result?.manifest.resultHash ?? '',
    ),
  );
}

const known = new Map<string, string>();

/** The hash that the command line gives for the same scenario, trials and seed. */
function commandLine(file: string): string {
  const hash = known.get(file) ?? run(file).manifest.resultHash;
  known.set(file, hash);
  return hash;
}

function run(file: string): Result {
  const given = [file, '--trials', String(trials), '--seed', String(seed), '--format', 'json'];
  const options = { encoding: 'utf8', maxBuffer: 1e8 } as const;
  const said = execFileSync(
    process.execPath,
    ['dist/cli/tandem.js', 'run', ...given, '--quiet'],
    options,
  );
  return JSON.parse(said) as Result;
}

const publishedHash = (): string => commandLine('scenarios/published.json');

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

test.each([
  ['no worker', self, ['worker-src blob']],
  ['workers from its text', `${self}; worker-src blob:`, []],
])('in a sandbox it works with %s', async (_, policy, refused) => {
  const frame = readFileSync(join(library, 'frame.html'), 'utf8').replace(
    '<tandem-calculator',
    `<tandem-calculator trials="${trials}" seed="${seed}"`,
  );
  const pages = {
    '/examples/sandboxed.html': example('sandboxed'),
    '/dist/lib/frame.html': frame,
  };
  await visit({ policy, pages }, async ({ page, ...seen }) => {
    const [, inner] = page.frames();
    if (inner === undefined) throw new Error('there is no frame');
    expect(await inner.evaluate(() => globalThis.origin)).toBe('null');
    expect(await hashesOf(inner)).toEqual([publishedHash()]);
    expect(seen.violations).toEqual(refused);
    expect(seen.faults).toEqual([]);
  });
});

test('two calculators in a page have each its own scenario', async () => {
  const pages = { '/examples/two-calculators.html': example('two-calculators') };
  await visit({ policy: self, pages }, async ({ page, ...seen }) => {
    expect(await hashesOf(page)).toEqual([
      publishedHash(),
      commandLine('scenarios/late-programme.json'),
    ]);
    expect(seen.events).toEqual(['tandem-result', 'tandem-result']);
    expect(await page.locator('#difference').textContent()).toMatch(/costs HK\$\d/);
    expect([...seen.violations, ...seen.faults]).toEqual([]);
  });
});

test.each([
  ['default-src', self],
  [
    'trusted types',
    `${self}; require-trusted-types-for 'script'; trusted-types lit-html tandem-calculator 'allow-duplicates'`,
  ],
])('a second copy of the library leaves the first in place (%s)', async (_, policy) => {
  const pages = { '/': pageWith(classicScript + moduleScript, published) };
  await visit({ policy, pages }, async ({ page, ...seen }) => {
    expect(await hashesOf(page)).toEqual([publishedHash()]);
    expect(seen.events).toEqual(['tandem-result']);
    expect([...seen.violations, ...seen.faults]).toEqual([]);
  });
});

test('attributes and properties that were set before the definition survive', async () => {
  await visit({ policy: self, pages: { '/': pageWith('', '<main></main>') } }, async (watched) => {
    const { page } = watched;
    const scenario: unknown = JSON.parse(readFileSync('scenarios/published.json', 'utf8'));
    await page.evaluate(
      ({ given, number }) => {
        const element = document.createElement('tandem-calculator');
        element.setAttribute('seed', String(number));
        document.querySelector('main')?.append(element);
        Object.assign(element, { scenario: given, trials: 8192, view: 'summary' });
      },
      { given: scenario, number: seed },
    );
    await page.addScriptTag({ type: 'module', url: '/dist/lib/tandem-calculator.js' });
    expect(await hashesOf(page)).toEqual([publishedHash()]);
    const kept = await page.evaluate(() => {
      const { seed, trials, view } = document.querySelector('tandem-calculator')!;
      return { seed, trials, view };
    });
    expect(kept).toEqual({ seed, trials, view: 'summary' });
    expect([...watched.violations, ...watched.faults]).toEqual([]);
  });
});

test.each([
  ['in workers', self],
  ["in the page's thread", `${self}; worker-src 'none'`],
])('a calculator that is removed while it runs %s ends its work', async (_, policy) => {
  const long = published.replace(`trials="${trials}"`, 'trials="4000000"');
  await visit({ policy, pages: { '/': pageWith(moduleScript, long) } }, async (watched) => {
    const { page } = watched;
    await page.locator('tandem-calculator progress').waitFor();
    await page.waitForTimeout(300);
    await page.evaluate(() => document.querySelector('tandem-calculator')?.remove());
    await expect.poll(() => page.workers().length, { timeout: 5000 }).toBe(0);
    // A thread that still computed would keep the page from this for long.
    const began = Date.now();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(Date.now() - began).toBeLessThan(1000);
    expect([...watched.events, ...watched.faults]).toEqual([]);
  });
});

test('a page in an iframe opens what its address names, and the iframe follows its height', async () => {
  const pages = {
    '/': example('iframe')
      .replaceAll('../dist/', '/dist/')
      .replaceAll('view=summary', `view=summary&trials=${trials}&seed=${seed}`),
  };
  await visit({ policy: self, pages }, async ({ page, ...seen }) => {
    const inner = page.frames()[1];
    if (inner === undefined) throw new Error('there is no frame');
    expect(await hashesOf(inner)).toEqual([commandLine('scenarios/fewer-emergencies.json')]);
    const heights = () =>
      Promise.all([
        page.locator('iframe').evaluate((frame) => frame.clientHeight),
        inner.evaluate(() => document.documentElement.offsetHeight),
      ]);
    await expect.poll(async () => new Set(await heights()).size).toBe(1);
    const [before] = await heights();
    await inner.evaluate(() => document.querySelector('tandem-calculator')?.remove());
    await expect.poll(async () => (await heights())[0]).toBeLessThan(before);
    expect([...seen.violations, ...seen.faults]).toEqual([]);
  });
});

test('the height of an iframe is set by the page in it alone, within limits', async () => {
  const child = pageWith('', 'child');
  const pages = {
    '/': pageWith(
      '<script src="/dist/lib/tandem-frame-parent.js" defer></script>',
      '<iframe data-tandem="900" src="/child.html"></iframe><iframe src="/child.html"></iframe>',
    ),
    '/child.html': child,
  };
  await visit({ policy: self, pages }, async ({ page, faults }) => {
    const [, first, second] = page.frames();
    if (first === undefined || second === undefined) throw new Error('there are no frames');
    const tell = (frame: Frame, message: unknown) =>
      frame.evaluate((each) => parent.postMessage(each, '*'), message);
    const heights = async () => {
      await page.waitForTimeout(50);
      return page
        .locator('iframe')
        .evaluateAll((frames) => frames.map((frame) => (frame as HTMLElement).style.height));
    };
    await tell(first, { type: 'tandem:size', v: 1, height: 333.2 });
    await tell(second, { type: 'tandem:size', v: 1, height: 444 });
    expect(await heights()).toEqual(['334px', '']);
    for (const height of [Number.NaN, '500', null, undefined, {}])
      await tell(first, { type: 'tandem:size', v: 1, height });
    await tell(first, { type: 'tandem:size', v: 2, height: 555 });
    await tell(first, null);
    expect(await heights()).toEqual(['334px', '']);
    await tell(first, { type: 'tandem:size', v: 1, height: 1e9 });
    expect(await heights()).toEqual(['900px', '']);
    await tell(first, { type: 'tandem:size', v: 1, height: -5 });
    expect(await heights()).toEqual(['120px', '']);
    expect(faults).toEqual([]);
  });
});

test.each(['https://example.org/x.json', '../secret', '//example.org/a', 'a/b'])(
  'a page for iframes does not open %s',
  async (scenario) => {
    const at = `/dist/lib/frame.html?scenario=${encodeURIComponent(scenario)}`;
    await visit({ policy: self, pages: {}, at }, async ({ page, requests }, address) => {
      await page.locator('#notice', { hasText: 'without a path' }).waitFor();
      expect(requests.filter((request) => !request.startsWith(address))).toEqual([]);
    });
  },
);
