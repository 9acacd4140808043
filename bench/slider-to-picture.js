/**
 * What a reader waits for in the built page: from opening it to the first picture and to the whole
 * result; and from moving a slider to the updated picture on screen, 120 moves, each begun when the
 * picture of the one before has been painted. `npm run bench:page`.
 */
import { chromium } from 'playwright';
import { browserPath } from '../tools/browser-path.js';
import { serveSite } from '../tools/serve-site.js';

const openings = 7;
const moves = 120;
const warmUp = 20;

const at = (times, share) => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${sorted[Math.ceil(share * sorted.length) - 1].toFixed(0)} ms`;
};

/** Milliseconds from opening the page, with nothing in the browser's memory, to an answer of its own. */
async function opening(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.addInitScript(() => {
    addEventListener('tandem-result', () => (globalThis.whole = performance.now()));
    const look = () => {
      // Drawn, and in place of the published answer that the page brings along.
      if (
        document
          .querySelector('tandem-calculator')
          ?.shadowRoot?.querySelector('.answer:not(.waiting)')
      )
        globalThis.first = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.first > 0 && globalThis.whole > 0);
  const times = await page.evaluate(() => [globalThis.first, globalThis.whole]);
  await page.close();
  return times;
}

/** Milliseconds from each move of a slider to its picture, in the page itself. */
async function follow(input, count) {
  const calculator = document.querySelector('tandem-calculator');
  const live = calculator.shadowRoot.querySelector('tandem-views[compact]');
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const taken = [];
  const [low, high] = [Number(input.min), Number(input.max)];
  for (let move = 0; move < count; move++) {
    const before = live.result;
    const start = performance.now();
    // Each place far from the one before: two that round to one amount would give no new picture.
    input.value = String(low + (high - low) * (0.25 + 0.5 * ((move * 0.618) % 1)));
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    while (live.result === before) {
      if (performance.now() - start > 5000) throw new Error('no picture came');
      await new Promise((resolve) => setTimeout(resolve));
    }
    await live.updateComplete;
    await painted();
    taken.push(performance.now() - start);
  }
  return taken;
}

const site = await serveSite('dist/site');
const browser = await chromium.launch({
  executablePath: await browserPath(),
  chromiumSandbox: false,
  args: ['--no-sandbox', '--no-first-run', '--disable-quic', '--disable-background-networking'],
});
try {
  const opened = [];
  for (let i = 0; i < openings; i++) opened.push(await opening(browser, site.address));
  const [first, whole] = [0, 1].map((index) => opened.map((times) => times[index]));
  console.log(`from opening the page, ${openings} times:`);
  console.log(`  first picture: median ${at(first, 0.5)}, most ${at(first, 1)}`);
  console.log(`  whole result:  median ${at(whole, 0.5)}, most ${at(whole, 1)}`);

  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(site.address);
  await page.waitForFunction(() => document.querySelector('tandem-calculator')?.result != null);
  const slider = page.locator('tandem-inputs input[type=range]').first();
  await slider.scrollIntoViewIfNeeded();
  await page.waitForTimeout(3000);
  const times = (await slider.evaluate(follow, moves + warmUp)).slice(warmUp);
  console.log(`slider to picture, 10,000 futures, ${moves} moves:`);
  console.log(`  median ${at(times, 0.5)}, p95 ${at(times, 0.95)}, most ${at(times, 1)}`);
} finally {
  await browser.close();
  await site.close();
}
