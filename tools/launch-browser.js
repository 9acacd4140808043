import { chromium } from 'playwright';
import { browserPath } from './browser-path.js';

/** The Chromium that tests, pictures and benches drive, without what it would do beside them. */
export async function launchBrowser() {
  return chromium.launch({
    executablePath: await browserPath(),
    chromiumSandbox: false,
    args: ['--no-sandbox', '--no-first-run', '--disable-quic', '--disable-background-networking'],
  });
}
