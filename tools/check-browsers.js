/**
 * Whether every browser that is installed computes what the command line does, bit for bit, with and
 * without WebAssembly: `npm run check:browsers`. Firefox, and WebKit as GTK's MiniBrowser, are looked
 * for where Debian puts them; `FIREFOX_PATH` and `WEBKIT_PATH` name others.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { browserPath } from './browser-path.js';
import { policies } from './policies.js';

const trials = 50_000;
const patience = 90_000;
const page = `<!doctype html><html lang="en"><title>Check</title>
<script type="module" src="/report.js"></script>
<script type="module" src="/tandem-calculator.js"></script>
<tandem-calculator src="/published.json" trials="${trials}" view="summary"></tandem-calculator></html>`;
const report = `addEventListener('tandem-result', ({ result }) => fetch('/told', {
  method: 'POST', body: JSON.stringify({ hash: result.manifest.resultHash, agent: navigator.userAgent }) }));
addEventListener('tandem-error', ({ message }) => fetch('/told', {
  method: 'POST', body: JSON.stringify({ hash: 'none: ' + message, agent: navigator.userAgent }) }));`;

const webKit = ['4.1', '6.0', '4.0']
  .map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`)
  .find(existsSync);
const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
const browsers = [
  {
    name: 'Chromium',
    path: await browserPath(),
    start: (path, address, profile) => [
      path,
      ['--headless=new', '--no-sandbox', `--user-data-dir=${profile}`, address],
    ],
  },
  {
    name: 'Firefox',
    path: process.env.FIREFOX_PATH ?? firefox,
    start: (path, address, profile) => [
      path,
      ['--headless', '--no-remote', '--profile', profile, address],
    ],
  },
  {
    name: 'WebKit',
    path: process.env.WEBKIT_PATH ?? webKit,
    start: (path, address) => ['xvfb-run', ['-a', path, '--private', address]],
  },
];

/** Serves the built element, and resolves with what a page of it tells. */
async function listen(policy) {
  let tell = () => {};
  const told = new Promise((resolve) => (tell = resolve));
  const types = { '.js': 'text/javascript', '.json': 'application/json' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type, body) =>
      response
        .writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy })
        .end(body);
    if (pathname === '/told') {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        send('text/plain', '');
        tell(JSON.parse(body));
      });
    } else if (pathname === '/') send('text/html', page);
    else if (pathname === '/report.js') send('text/javascript', report);
    else {
      const folder = pathname === '/published.json' ? 'scenarios' : 'dist/lib';
      const file = join(folder, normalize(pathname));
      if (existsSync(file))
        send(types[extname(file)] ?? 'application/octet-stream', readFileSync(file));
      else response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { told, server, address: `http://127.0.0.1:${server.address().port}/` };
}

async function hashIn({ path, start }, policy) {
  const { address, server, told } = await listen(policy);
  const profile = mkdtempSync(join(tmpdir(), 'tandem-browser-'));
  const [command, words] = start(path, address, profile);
  const browser = spawn(command, words, { stdio: 'ignore', detached: true });
  try {
    return await Promise.race([
      told,
      new Promise((_, reject) =>
        setTimeout(() => reject(new Error('told nothing in time')), patience).unref(),
      ),
    ]);
  } finally {
    // With all that it has started.
    if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    server.closeAllConnections();
    server.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const answer = execFileSync(
  process.execPath,
  [
    'dist/cli/tandem.js',
    'run',
    'scenarios/published.json',
    '--trials',
    trials,
    '--format',
    'json',
    '--quiet',
  ],
  { maxBuffer: 1e8 },
);
const expected = JSON.parse(answer).manifest.resultHash;
console.log(`command line, Node ${process.versions.node}: ${expected}`);
let differs = false;
for (const browser of browsers) {
  if (browser.path === undefined) {
    console.log(`${browser.name}: not installed`);
    continue;
  }
  for (const [name, policy] of Object.entries(policies)) {
    const { agent, hash } = await hashIn(browser, policy);
    const verdict = hash === expected ? 'the same' : `another: ${hash}`;
    console.log(`${browser.name}, ${name}: ${verdict} (${agent})`);
    differs ||= hash !== expected;
  }
}
process.exit(differs ? 1 : 0);
