import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { browserPath } from '../../tools/browser-path.js';

/** The browser that tests drive. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    chromiumSandbox: false,
    args: ['--no-sandbox', '--no-first-run', '--disable-quic', '--disable-background-networking'],
  });
}
