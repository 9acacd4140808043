import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join, normalize } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { browsers, showPage } from '../../tools/installed-browsers.js';
import { loadedAtOnce } from '../../tools/loaded-at-once.js';
import { builtLibrary, builtSite } from '../helpers/build-once.ts';

let site: string;
let library: string;
beforeAll(async () => {
  [site, library] = await Promise.all([builtSite(), builtLibrary()]);
});

interface Told {
  readonly asked: Readonly<Record<string, number>>;
  readonly failure: string;
  readonly faults: readonly string[];
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const drive = '<script type="module" src="/use-every-part.js"></script>';
const embedding = (script: string) =>
  `<!doctype html><html lang="en"><title>Parts</title><script type="module" src="${script}"></script>
  <tandem-calculator></tandem-calculator>${drive}</html>`;
const registering = `import * as tandem from '/lib/elements.js';
for (const [name, element] of Object.entries(tandem))
  if (element.prototype instanceof HTMLElement)
    customElements.define(name.replace(/\\B[A-Z]/g, '-$&').toLowerCase(), element);`;

/** Where a page that uses a build stands, and which of its files are there at once. */
const builds = {
  'the page': () => ({
    page: '/index.html',
    atOnce: ['index-', 'worker-'].flatMap((name) => loadedAtOnce(join(site, 'assets'), name)),
  }),
  'the element': () => ({
    page: '/element.html',
    atOnce: ['tandem-calculator.js', 'worker.js'].flatMap((name) =>
      loadedAtOnce(join(library, 'lib'), name),
    ),
  }),
  'the classes of the elements': () => ({
    page: '/elements.html',
    atOnce: ['elements.js', 'worker.js'].flatMap((name) =>
      loadedAtOnce(join(library, 'lib'), name),
    ),
  }),
};

/** Serves a build, but refuses each of its later files the first time. */
async function serve({ atOnce, page }: { page: string; atOnce: readonly string[] }) {
  const first = new Set(atOnce.map((each) => basename(each)));
  const refused = new Set<string>();
  const served = new Set<string>();
  let tell: (told: Told) => void = () => {};
  const told = new Promise<Told>((resolve) => (tell = resolve));
  const pages: Readonly<Record<string, string>> = {
    '/element.html': embedding('/lib/tandem-calculator.js'),
    '/elements.html': embedding('/register.js'),
    '/register.js': registering,
  };
  const bodyOf = async (pathname: string): Promise<string | Uint8Array> => {
    const own = pages[pathname];
    if (own !== undefined) return own;
    if (pathname === '/use-every-part.js') return readFile('test/pages/use-every-part.js');
    if (pathname.startsWith('/scenarios/')) return readFile(`.${normalize(pathname)}`);
    const path = normalize(pathname);
    if (path.startsWith('/lib/')) return readFile(join(library, path));
    const body = await readFile(join(site, path));
    return extname(path) === '.html'
      ? body.toString('utf8').replace('</body>', `${drive}</body>`)
      : body;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/told') {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString('utf8')));
      request.on('end', () => {
        response.end();
        tell(JSON.parse(text) as Told);
      });
      return;
    }
    const name = basename(pathname);
    const isLater = /^\/(lib|assets)\/.*\.js$/.test(pathname) && !first.has(name);
    if (isLater && !refused.has(name)) {
      refused.add(name);
      response.writeHead(503).end();
      return;
    }
    bodyOf(pathname).then(
      (body) => {
        served.add(name);
        response.writeHead(200, {
          'Content-Type': types[extname(name)] ?? 'application/octet-stream',
          'Content-Security-Policy': "default-src 'self'",
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${page}`,
    told,
    first,
    refused,
    served,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What is fetched for what the page does, under the names that files have of them in every build. */
const needed = [
  'serve-run',
  'bundled-law',
  'extends-of',
  'exceedance-curve',
  'cost-histogram',
].concat(
  ['cost-components', 'd3-shape', 'source-template', 'evidence', 'tandem-correlations'],
  ['make-export', 'report', 'workbook', 'sipmath-library', 'save-picture', 'answer-question'],
);

// Firefox has rules of its own for what it remembers, but each build goes by the same ones.
const cases: Readonly<Record<string, readonly (keyof typeof builds)[]>> = {
  Chromium: ['the page', 'the element', 'the classes of the elements'],
  Firefox: ['the page'],
};

describe.each(browsers.filter(({ name }) => Object.hasOwn(cases, name)))('$name', (browser) => {
  test.skipIf(browser.path === undefined).each(cases[browser.name] ?? [])(
    'fetches what failed once again, each part of %s, until all of it works',
    async (build) => {
      const { address, close, first, refused, served, told } = await serve(builds[build]());
      const end = showPage(browser, address);
      try {
        const { asked, failure, faults } = await told;
        expect({ failure, faults }, JSON.stringify(asked)).toEqual({ failure: '', faults: [] });
        const isAmong = (names: Iterable<string>) => (part: string) =>
          [...names].some((name) => name.replaceAll('.', '-').includes(part));
        const wanted = needed.filter((part) => !isAmong(first)(part));
        expect(wanted.filter((part) => !isAmong(refused)(part))).toEqual([]);
        expect(wanted.filter((part) => !isAmong(served)(part))).toEqual([]);
        // Nothing came by itself.
        expect(Math.max(...Object.values(asked))).toBeGreaterThan(1);
      } finally {
        close();
        await end();
      }
    },
  );
});
