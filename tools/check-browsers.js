/**
 * Whether every browser that is installed computes what the command line does, bit for bit, with and
 * without WebAssembly: `npm run check:browsers`. See installed-browsers.js for where they are looked for.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { browsers, showPage } from './installed-browsers.js';
import { patience } from './patience.js';
import { policies } from './policies.js';

const trials = 50_000;
const page = `<!doctype html><html lang="en"><title>Check</title>
<script type="module" src="/report.js"></script>
<script type="module" src="/tandem-calculator.js"></script>
<tandem-calculator src="/published.json" trials="${trials}" view="summary"></tandem-calculator></html>`;
const report = `addEventListener('tandem-result', ({ result }) => fetch('/told', {
  method: 'POST', body: JSON.stringify({ hash: result.manifest.resultHash, agent: navigator.userAgent }) }));
addEventListener('tandem-error', ({ message }) => fetch('/told', {
  method: 'POST', body: JSON.stringify({ hash: 'none: ' + message, agent: navigator.userAgent }) }));`;

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

async function hashIn(browser, policy) {
  const { address, server, told } = await listen(policy);
  const end = showPage(browser, address);
  try {
    return await Promise.race([
      told,
      new Promise((_, reject) =>
        setTimeout(() => reject(new Error('told nothing in time')), patience.step).unref(),
      ),
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
    await end();
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
