import { chromium } from 'playwright';
import { browserPath } from './browser-path.js';
import { patience } from './patience.js';

/** The Chromium that tests, pictures and benches drive, without what it would do beside them. */
export async function launchBrowser() {
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    chromiumSandbox: false,
    timeout: patience.step,
    args: ['--no-sandbox', '--no-first-run', '--disable-quic', '--disable-background-networking'],
  });
  const newContext = browser.newContext.bind(browser);
  // Also that of `newPage`.
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(patience.step);
    return context;
  };
  return browser;
}
