import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  classicScript,
  commandLine,
  example,
  hashesOf,
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

openIntranet();

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

/** How much of a second the page's own thread is at work. */
async function busyShare(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const now = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    return { worked: of('TaskDuration'), time: of('Timestamp') };
  };
  const before = await now();
  await page.waitForTimeout(1000);
  const after = await now();
  return (after.worked - before.worked) / (after.time - before.time);
}

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
    await expect.poll(() => page.workers().length).toBe(0);
    expect(await busyShare(page)).toBeLessThan(0.5);
    expect([...watched.events, ...watched.faults]).toEqual([]);
  });
});

test('attributes and properties say the same', async () => {
  await visit(
    { policy: self, pages: { '/': pageWith(moduleScript, published) } },
    async (watched) => {
      const { page } = watched;
      await hashesOf(page);
      const said = await page.evaluate(async () => {
        const element = document.querySelector('tandem-calculator')!;
        const attributes = () => element.outerHTML.slice(0, element.outerHTML.indexOf('>') + 1);
        const given = attributes();
        Object.assign(element, { view: 'full', currency: 'CNY', trials: null, readonly: true });
        await element.updateComplete;
        const set = attributes();
        element.setAttribute('view', 'summary');
        element.removeAttribute('readonly');
        return { given, set, view: element.view, readonly: element.readonly };
      });
      expect(said).toEqual({
        given: `<tandem-calculator trials="${trials}" seed="${seed}" view="summary" src="/scenarios/published.json">`,
        set: `<tandem-calculator seed="${seed}" view="full" src="/scenarios/published.json" currency="CNY" readonly="">`,
        view: 'summary',
        readonly: false,
      });
      const bare = await page.evaluate(() => {
        const element = document.createElement('tandem-calculator');
        document.body.append(element);
        return element.updateComplete.then(() => element.getAttributeNames());
      });
      expect(bare).toEqual([]);
    },
  );
});

test('the style sheet of a page reaches parts, colours and states', async () => {
  const full = published.replace('view="summary"', '');
  await visit({ policy: self, pages: { '/': pageWith(moduleScript, full) } }, async ({ page }) => {
    await hashesOf(page);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        tandem-calculator { --tandem-ink: rgb(1, 2, 3); }
        ${['verdict', 'postures', 'chart', 'chart-title', 'table', 'inputs']
          .map((part) => `tandem-calculator::part(${part}) { outline: 3px solid rgb(4, 5, 6); }`)
          .join('\n')}
        tandem-calculator:state(error) { outline: 1px solid rgb(7, 8, 9); }`);
      document.adoptedStyleSheets = [sheet];
    });
    await page.locator('[part=inputs]').waitFor();
    for (const part of ['verdict', 'postures', 'chart', 'chart-title', 'table', 'inputs']) {
      const found = page.locator(`tandem-calculator [part~=${part}]`).first();
      const style = await found.evaluate((element) => {
        const { color, outlineColor } = getComputedStyle(element);
        return { color, outlineColor };
      });
      expect(style, part).toEqual({ color: 'rgb(1, 2, 3)', outlineColor: 'rgb(4, 5, 6)' });
    }
    const element = page.locator('tandem-calculator');
    await element.evaluate((each) => Object.assign(each, { scenario: { model: 'no such model' } }));
    await page.locator('tandem-issues li').first().waitFor();
    expect(await element.evaluate((each) => getComputedStyle(each).outlineColor)).toBe(
      'rgb(7, 8, 9)',
    );
  });
});
