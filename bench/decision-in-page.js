/**
 * How long after a run of 100,000 futures the page has what the decision turns on, what would
 * change the answer and the map of two inputs, all in workers; and the longest task that kept the
 * page itself from answering meanwhile. With and without WebAssembly. `npm run bench:page`.
 */
import { launchBrowser } from '../tools/launch-browser.js';
import { policies } from '../tools/policies.js';
import { serveSite } from '../tools/serve-site.js';

const runs = 5;
const trials = 100_000;

const middleOf = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds from the result of a changed scenario to each of its findings, in the page itself. */
async function follow(change) {
  const calculator = document.querySelector('tandem-calculator');
  const root = calculator.shadowRoot;
  const decision = root.querySelector('tandem-decision');
  const findings = () => decision.shadowRoot.querySelector('tandem-findings');
  const map = () => findings().shadowRoot.querySelector('tandem-choice-map');
  const before = map().map;
  globalThis.longest = 0;
  const ran = new Promise((resolve) =>
    calculator.addEventListener('tandem-result', resolve, { once: true }),
  );
  calculator.changes = change;
  await ran;
  const start = performance.now();
  const { result } = calculator;
  const signs = {
    decision: () => findings()?.found?.result === result,
    switching: () => Array.isArray(root.querySelector('tandem-switching').values),
    map: () => map()?.map !== before,
  };
  const taken = {};
  while (Object.keys(taken).length < 3) {
    if (performance.now() - start > 20_000) throw new Error('not all of it came');
    await new Promise((resolve) => setTimeout(resolve, 2));
    for (const [name, isThere] of Object.entries(signs))
      if (taken[name] === undefined && isThere()) taken[name] = performance.now() - start;
  }
  return { ...taken, longest: globalThis.longest };
}

const browser = await launchBrowser();
try {
  for (const [name, policy] of Object.entries(policies)) {
    const site = await serveSite('dist/site', policy);
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          globalThis.longest = Math.max(globalThis.longest ?? 0, duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    await page.goto(site.address);
    await page.locator('tandem-decision').waitFor();
    await page.evaluate((count) => {
      document.querySelector('tandem-calculator').trials = count;
    }, trials);
    await page.locator('tandem-decision').scrollIntoViewIfNeeded();
    await page.locator('tandem-findings [data-fold=map] > summary').click();
    await page.locator('tandem-findings tandem-choice-map svg').first().waitFor();
    await page.waitForTimeout(2000);
    const all = [];
    for (let run = 0; run < runs; run++) {
      all.push(await page.evaluate(follow, { monitoringCost: 31_000 + run }));
      await page.waitForTimeout(500);
    }
    const of = (part) => Math.round(middleOf(all.map((each) => each[part])));
    console.log(`${name}, after a run of ${trials} futures, median of ${runs}:`);
    console.log(`  what the decision turns on: ${of('decision')} ms`);
    console.log(`  what would change the answer: ${of('switching')} ms`);
    console.log(`  and the map of two inputs, with which all is there: ${of('map')} ms`);
    const longest = Math.round(Math.max(...all.map((each) => each.longest)));
    console.log(`  longest task of the page: ${longest === 0 ? 'below 50 ms' : `${longest} ms`}`);
    await page.close();
    await site.close();
  }
} finally {
  await browser.close();
}
