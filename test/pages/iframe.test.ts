import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright';
import { expect, test } from 'vitest';
import {
  commandLine,
  example,
  hashesOf,
  library,
  openIntranet,
  pageWith,
  publishedHash,
  seed,
  self,
  trials,
  visit,
} from './intranet.ts';
import { servePages } from './serve-pages.ts';

openIntranet();

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
        inner.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
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

test('a page of another server shows it, where both servers allow that', async () => {
  const frames = await servePages({
    folders: { '/dist/lib/': library },
    pages: {},
    headers: { 'Content-Security-Policy': `${self}; frame-ancestors http://127.0.0.1:*` },
  });
  const at = `dist/lib/frame.html?view=summary&trials=${trials}&seed=${seed}`;
  const pages = { '/': pageWith('', `<iframe src="${frames.address}${at}"></iframe>`) };
  const policy = `${self}; frame-src ${frames.address}`;
  await visit({ policy, pages }, async ({ page, ...seen }) => {
    const inner = page.frames()[1];
    if (inner === undefined) throw new Error('there is no frame');
    expect(await hashesOf(inner)).toEqual([publishedHash()]);
    expect([...seen.violations, ...seen.faults]).toEqual([]);
  });
  await frames.close();
});
