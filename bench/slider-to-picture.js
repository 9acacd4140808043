/**
 * What a reader waits for in the built page: from opening it to the first picture and to the whole
 * result; from moving a slider to the updated picture on screen, 120 moves, each begun when the
 * picture of the one before has been painted; and how many pictures a second follow a slider that
 * is dragged without rest. With and without WebAssembly, as a page's policy has it, and for two
 * inputs: one on which nearly all events hang, and one that is only paid. `npm run bench:page`.
 */
import { launchBrowser } from '../tools/launch-browser.js';
import { policies } from '../tools/policies.js';
import { serveSite } from '../tools/serve-site.js';

const openings = 7;
const moves = 120;
const warmUp = 20;
const dragSeconds = 4;
const inputs = ['regulatorActivity', 'monitoringCost'];

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

/** Pictures a second that follow a slider which is moved with every frame of the screen. */
async function drag(input, seconds) {
  const calculator = document.querySelector('tandem-calculator');
  const live = calculator.shadowRoot.querySelector('tandem-views[compact]');
  const [low, high] = [Number(input.min), Number(input.max)];
  const start = performance.now();
  let [pictures, frames, shown] = [0, 0, live.result];
  while (performance.now() - start < 1000 * seconds) {
    await new Promise(requestAnimationFrame);
    frames++;
    const share = 0.5 + 0.25 * Math.sin(frames / 20);
    input.value = String(low + (high - low) * share);
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    if (live.result === shown) continue;
    shown = live.result;
    pictures++;
  }
  return [pictures / seconds, frames / seconds];
}

/** The slider of an input, brought into sight. */
async function sliderOf(page, name) {
  // Once what stands above it has come to rest: what is out of sight is drawn later.
  await page.waitForTimeout(4000);
  await page.evaluate(async (wanted) => {
    const { shadowRoot } = document.querySelector('tandem-calculator');
    await shadowRoot.querySelector('tandem-inputs').show(wanted);
  }, name);
  await page.waitForTimeout(1000);
  const element = await page.evaluateHandle((wanted) => {
    const root = document.querySelector('tandem-calculator').shadowRoot;
    const inputs = root.querySelector('tandem-inputs').shadowRoot.querySelectorAll('tandem-input');
    const found = [...inputs].find(({ input }) => input?.name === wanted);
    return found.shadowRoot
      .querySelector('tandem-slider')
      .shadowRoot.querySelector('input[type=range]');
  }, name);
  const slider = element.asElement();
  const { y } = await slider.boundingBox();
  if (y < 0 || y > 1000) throw new Error(`the slider of ${name} is out of sight`);
  return slider;
}

const browser = await launchBrowser();
try {
  for (const [name, policy] of Object.entries(policies)) {
    const site = await serveSite('dist/site', policy);
    console.log(`${name}:`);
    const opened = [];
    for (let i = 0; i < openings; i++) opened.push(await opening(browser, site.address));
    const [first, whole] = [0, 1].map((index) => opened.map((times) => times[index]));
    console.log(`  from opening the page, ${openings} times:`);
    console.log(`    first picture: median ${at(first, 0.5)}, most ${at(first, 1)}`);
    console.log(`    whole result:  median ${at(whole, 0.5)}, most ${at(whole, 1)}`);
    for (const input of inputs) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
      await page.goto(site.address);
      await page.waitForFunction(
        () =>
          document
            .querySelector('tandem-calculator')
            ?.shadowRoot?.querySelector('tandem-inputs')
            ?.matches(':defined') && document.querySelector('tandem-calculator').result != null,
      );
      const slider = await sliderOf(page, input);
      const times = (await slider.evaluate(follow, moves + warmUp)).slice(warmUp);
      const [pictures, frames] = await slider.evaluate(drag, dragSeconds);
      console.log(`  ${input}, 10,000 futures, ${moves} moves from slider to picture:`);
      console.log(`    median ${at(times, 0.5)}, p95 ${at(times, 0.95)}, most ${at(times, 1)}`);
      console.log(
        `    dragged without rest: ${pictures.toFixed(0)} pictures a second, ${frames.toFixed(0)} frames`,
      );
      await page.close();
    }
    await site.close();
  }
} finally {
  await browser.close();
}
