import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { browserPath } from '../../tools/browser-path.js';

/** Builds the page into a folder of its own: test files run side by side. */
export async function buildSite(name: string): Promise<string> {
  const outDir = `dist/test-site/${name}`;
  await build({ build: { outDir }, logLevel: 'error' });
  return outDir;
}

/** The browser that tests drive. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    chromiumSandbox: false,
    args: ['--no-sandbox', '--no-first-run', '--disable-quic', '--disable-background-networking'],
  });
}
