import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPath } from './browser-path.js';

const webKit = ['4.1', '6.0', '4.0']
  .map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`)
  .find(existsSync);
const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);

/**
 * The browsers that a page can be shown to, each with its path where it is installed: Firefox, and
 * WebKit as GTK's MiniBrowser, are looked for where Debian puts them; `FIREFOX_PATH` and
 * `WEBKIT_PATH` name others.
 */
export const browsers = [
  {
    name: 'Chromium',
    path: await browserPath(),
    words: (path, address, profile) => [
      path,
      ['--headless=new', '--no-sandbox', `--user-data-dir=${profile}`, address],
    ],
  },
  {
    name: 'Firefox',
    path: process.env.FIREFOX_PATH ?? firefox,
    words: (path, address, profile) => [
      path,
      ['--headless', '--no-remote', '--profile', profile, address],
    ],
  },
  {
    name: 'WebKit',
    path: process.env.WEBKIT_PATH ?? webKit,
    words: (path, address) => ['xvfb-run', ['-a', path, '--private', address]],
  },
];

/** Shows a page, which has to tell by itself what it finds; gives what ends the browser. */
export function showPage({ path, words }, address) {
  const profile = mkdtempSync(join(tmpdir(), 'tandem-browser-'));
  const [command, given] = words(path, address, profile);
  const browser = spawn(command, given, { stdio: 'ignore', detached: true });
  return async () => {
    // With all that it has started.
    if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 500));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}
