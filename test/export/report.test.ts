import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportHtml } from '../../src/export/report/report.ts';
import type { ReportParts } from '../../src/export/report/report-parts.ts';
import { headline } from '../../src/present/headline.ts';
import { launchBrowser } from '../pages/launch-browser.ts';
import { reportParts } from './run-parts.ts';

const scenarios = [
  'published',
  'retailer',
  'bank',
  'multinational',
  'small-firm',
  'late-programme',
];

let browser: Browser;
let folder: string;
let retailer: ReportParts;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-report-'));
  [browser, retailer] = await Promise.all([
    launchBrowser(),
    reportParts('scenarios/retailer.json', { trials: 4096 }),
  ]);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The address of a report as a file. */
function filed(html: string): string {
  const path = join(folder, `${Math.abs(html.length)}.html`);
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}

describe('the report', () => {
  test('has all its parts in one file that fetches nothing and runs nothing', () => {
    const html = reportHtml(retailer);
    for (const part of [
      'The postures side by side',
      'Why they differ, and what drives it',
      'What would change the answer',
      'What is not in these numbers',
      'Duties and gaps',
      'Assumptions and their sources',
      'What a vendor claims',
      'How it is computed',
      'What was run',
    ])
      expect(html).toContain(part);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|javascript:/i);
    expect(html.match(/<svg /g)!.length).toBe(10);
    // Addresses are there to be followed, and nothing else.
    expect(html.replaceAll(/<a href="https?:[^"]*"/g, '')).not.toMatch(/(?:src|href|url\()=/);
  });

  test('names the scenario, seed, law date, version and hash of the result', () => {
    const { manifest } = retailer.result;
    const html = reportHtml(retailer);
    for (const each of ['Retailer, 40 shops', String(manifest.seed), '1 November 2026'])
      expect(html).toContain(each);
    expect(html).toContain(`<dd>${manifest.tandem}</dd>`);
    expect(html).toContain(manifest.resultHash);
  });

  test('is all there without script, under its own policy, and looks as its style sheet says', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => complaints.push(request.url()));
    complaints.length = 0;
    const address = filed(reportHtml(retailer));
    await page.goto(address);
    expect(complaints.filter((each) => each !== address)).toEqual([]);
    expect(await page.locator('h1').textContent()).toBe(
      headline(retailer.result, retailer.currency).sentence,
    );
    // The style sheet has been let through: cards stand beside each other, three in a row.
    const boxes = await page.locator('.cards li').all();
    const tops = await Promise.all(boxes.map(async (box) => (await box.boundingBox())!.y));
    expect(tops).toHaveLength(5);
    expect(new Set(tops.slice(0, 3)).size).toBe(1);
    expect(new Set(tops.slice(3)).size).toBe(1);
    await context.close();
  });

  test('refuses by its policy what was not put there by us', async () => {
    const page = await (await browser.newContext()).newPage();
    const html = reportHtml(retailer).replace(
      '</main>',
      '<script>document.title = "taken over"</script><p style="color: red" id="red">x</p></main>',
    );
    await page.goto(filed(html));
    expect(await page.title()).toBe('Retailer, 40 shops: what compliance costs');
    const colour = await page.locator('#red').evaluate((each) => getComputedStyle(each).color);
    expect(colour).not.toBe('rgb(255, 0, 0)');
    await page.context().close();
  });

  test.each([
    ['on a desk', { viewport: { width: 1440, height: 900 } }],
    ['on a phone', { viewport: { width: 390, height: 844 } }],
    ['in the dark', { colorScheme: 'dark' as const }],
  ])('axe finds no fault in it %s, and nothing is cut off', async (_, options) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(filed(reportHtml(retailer)));
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const [wide, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(wide).toBeLessThanOrEqual(window);
    await context.close();
  });

  test('treats texts of a file as texts', async () => {
    const hostile = '"><img src=x onerror=alert(1)></title><script>alert(2)</script>';
    const { manifest } = retailer.result;
    const html = reportHtml({
      ...retailer,
      result: {
        ...retailer.result,
        manifest: {
          ...manifest,
          asOf: '2026-11-01',
          scenario: { ...manifest.scenario, name: hostile },
        },
        postures: retailer.result.postures.map((posture) => ({ ...posture, label: hostile })),
      },
      briefing: {
        ...retailer.briefing,
        scenario: { name: hostile, description: hostile },
        inputs: retailer.briefing.inputs.map((input) => ({ ...input, source: hostile })),
      },
    });
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
    const page = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(filed(html));
    expect(asked).toEqual([]);
    expect(await page.locator('img, script').count()).toBe(0);
    await page.context().close();
  });
});

test.each(scenarios)('%s prints to two to eight pages of A4', async (name) => {
  const parts = await reportParts(`scenarios/${name}.json`, { trials: 4096 });
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(filed(reportHtml(parts)));
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
    'latin1',
  );
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  const pages = pdf.match(/\/Type \/Page\b/g)!.length;
  expect(pages).toBeGreaterThanOrEqual(2);
  // Two postures more are two cards, and columns of every table, more. Fonts differ between systems.
  const postures = parts.result.postures.length;
  expect(pages).toBeLessThanOrEqual(postures > 3 ? 8 : 6);
  await context.close();
});
