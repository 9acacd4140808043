import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../src/schema/result.ts';
import { folderWith, tandem } from './cli/tandem.ts';
import { builtLibrary, builtSite } from './helpers/build-once.ts';

interface Description {
  readonly name: string;
  readonly customElements: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

const description = JSON.parse(readFileSync('package.json', 'utf8')) as Description;

/** Where the package is installed, alone: what it needs to run has to be in it. */
let installed: string;
let packed: readonly string[];

beforeAll(async () => {
  const [library, site] = await Promise.all([builtLibrary(), builtSite()]);
  const source = folderWith({});
  for (const name of ['package.json', 'README.md', 'LICENSE', 'models', 'scenarios', 'dist/cli'])
    cpSync(name, join(source, name), { recursive: true });
  cpSync(library, join(source, 'dist'), { recursive: true });
  cpSync(site, join(source, 'dist/site'), { recursive: true });
  // Also in a clone, and neither belongs in the package.
  for (const name of ['dist/test-builds-1', 'dist/bench', 'src'])
    cpSync('src/entries', join(source, name), { recursive: true });
  const told = execFileSync('npm', ['pack', '--ignore-scripts', '--json'], {
    cwd: source,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [archive] = JSON.parse(told) as [{ filename: string; files: { path: string }[] }];
  packed = archive.files.map(({ path }) => path);
  installed = join(source, 'node_modules', description.name);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['xzf', join(source, archive.filename), '--strip-components=1'], {
    cwd: installed,
  });
}, 240_000);

/** What a module of the package gives to a program in Node, which has no document. */
function imported(path: string, expression: string): string {
  const program = `import * as tandem from '${description.name}${path}'; console.log(${expression})`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(installed, '../..'),
    encoding: 'utf8',
  }).trim();
}

describe('the packed package', () => {
  test('holds what was built, models and scenarios, and nothing of how it is made', () => {
    const folders = new Set(packed.map((path) => /^(dist\/)?[^/]+/.exec(path)?.[0] ?? path));
    expect([...folders].toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist/cli',
      'dist/lib',
      'dist/site',
      'dist/types',
      'models',
      'package.json',
      'scenarios',
    ]);
    const kinds = new Set(packed.map((path) => /(\.d)?\.\w+$/.exec(path)?.[0] ?? path));
    expect([...kinds].toSorted()).toEqual([
      '.css',
      '.csv',
      '.d.ts',
      '.html',
      '.js',
      '.json',
      '.md',
      '.svg',
      'LICENSE',
    ]);
  });

  test('has every file that its description names', () => {
    const files = Object.values(description.exports)
      .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
      .filter((file) => !file.includes('*'));
    expect(files.length).toBeGreaterThan(8);
    for (const file of [...files, description.customElements])
      expect(existsSync(join(installed, file)), file).toBe(true);
  });

  test('can be imported where there is no document, so that a server can render a page', () => {
    expect(imported('/elements', 'tandem.TandemCalculator.name.length > 0')).toBe('true');
    expect(imported('/define', 'typeof customElements')).toBe('undefined');
  });

  test('computes without a browser, by itself, what the command line computes', () => {
    const request = {
      scenarioFile: 'published.json',
      files: { 'published.json': readFileSync('scenarios/published.json', 'utf8') },
      trials: 1024,
    };
    const hash = imported(
      '',
      `await tandem.prepareRequested(${JSON.stringify(request)})
        .then(({ prepared }) => tandem.calculate(prepared, tandem.bundledClaims).manifest.resultHash)`,
    );
    const said = tandem([
      'run',
      'scenarios/published.json',
      '--trials',
      '1024',
      '--format',
      'json',
    ]);
    expect(hash).toBe((JSON.parse(said.out) as Result).manifest.resultHash);
  });

  test('names the hash of every file that a page may load', () => {
    const hashes = JSON.parse(
      readFileSync(join(installed, 'dist/lib/sri.json'), 'utf8'),
    ) as Readonly<Record<string, string>>;
    const loadable = packed.flatMap(
      (path) => /^dist\/lib\/([^/]+\.(?:js|css))$/.exec(path)?.[1] ?? [],
    );
    expect(Object.keys(hashes).toSorted()).toEqual(loadable.toSorted());
    for (const hash of Object.values(hashes)) expect(hash).toMatch(/^sha384-[\w+/]{64}$/);
  });
});

test('a build elsewhere leaves the description of the package alone', () => {
  // The library was built into a folder for tests, above.
  expect(description.customElements).toBe('dist/lib/custom-elements.json');
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).toEqual(description);
});
