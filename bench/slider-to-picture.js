/**
 * How long from moving a slider to the updated picture on screen, in the built page: 120 moves,
 * each begun when the picture of the one before has been painted.
 */
import { chromium } from 'playwright';
import { preview } from 'vite';
import { browserPath } from '../tools/browser-path.js';

const moves = 120;
const warmUp = 20;

const server = await preview({ preview: { port: 0 }, logLevel: 'silent' });
const browser = await chromium.launch({
  executablePath: await browserPath(),
  chromiumSandbox: false,
  args: ['--no-sandbox', '--no-first-run', '--disable-quic', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => document.querySelector('tandem-calculator')?.result != null);
  const slider = page.locator('tandem-inputs input[type=range]').first();
  await slider.scrollIntoViewIfNeeded();
  await page.waitForTimeout(3000);
  const times = await slider.evaluate(async (input, count) => {
    const calculator = document.querySelector('tandem-calculator');
    const live = calculator.shadowRoot.querySelector('tandem-views[compact]');
    const painted = () =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const taken = [];
    const [low, high] = [Number(input.min), Number(input.max)];
    for (let move = 0; move < count; move++) {
      const before = live.result;
      const start = performance.now();
      input.value = String(low + (high - low) * (0.3 + 0.3 * Math.sin(move / 7)));
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
  }, moves + warmUp);
  const sorted = times.slice(warmUp).toSorted((a, b) => a - b);
  const at = (share) => `${sorted[Math.floor(share * (sorted.length - 1))].toFixed(0)} ms`;
  console.log(`slider to picture, 10,000 futures, ${moves} moves:`);
  console.log(`  median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`);
} finally {
  await browser.close();
  await server.close();
}
