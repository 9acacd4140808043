import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../src/schema/result.ts';
import { patience } from '../tools/patience.js';
import { folderWith, tandem } from './cli/tandem.ts';

interface Description {
  readonly name: string;
  readonly customElements: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

const description = JSON.parse(readFileSync('package.json', 'utf8')) as Description;

/** A copy of the sources alone, as a clone has them; what they need is borrowed from here. */
let clone: string;
/** Where the package is installed, alone: what it needs to run has to be in it. */
let installed: string;
let packed: readonly string[];

/** Runs a program as from a shell, not as from the tests: they would have it build for developers. */
function run(cwd: string, command: string, ...words: readonly string[]): string {
  const { NODE_ENV: _, ...env } = process.env;
  return execFileSync(command, words, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64e6,
  });
}

const git = (...words: readonly string[]): string =>
  run(clone, 'git', '-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...words);

beforeAll(() => {
  clone = folderWith({});
  const notCloned = ['.git', 'coverage', 'dist', 'node_modules'];
  for (const name of readdirSync('.').filter((each) => !notCloned.includes(each)))
    cpSync(name, join(clone, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All');
  // With what it runs before it packs: nothing has been built there.
  run(clone, 'npm', 'pack');
  const archive = readdirSync(clone).find((name) => name.endsWith('.tgz')) ?? '';
  const application = folderWith({ 'package.json': { type: 'module' } });
  installed = join(application, 'node_modules', description.name);
  mkdirSync(installed, { recursive: true });
  run(installed, 'tar', 'xzf', join(clone, archive), '--strip-components=1');
  packed = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(installed, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
});

/** What a module of the package gives to a program in Node, which has no document. */
function imported(path: string, expression: string): string {
  const program = `import * as tandem from '${description.name}${path}'; console.log(${expression})`;
  const application = join(installed, '../..');
  return run(application, process.execPath, '--input-type=module', '--eval', program).trim();
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
    for (const file of [...files, description.customElements, ...Object.values(description.bin)])
      expect(packed, file).toContain(file.replace(/^\.\//, ''));
  });

  test('resolves each of its exports, and each file that a pattern of them is for', () => {
    const names = Object.entries(description.exports).flatMap(([name, target]) => {
      if (typeof target !== 'string' || !target.includes('*')) return [name];
      const [before = '', after = ''] = target.replace(/^\.\//, '').split('*');
      const meant = packed.filter((path) => path.startsWith(before) && path.endsWith(after));
      expect(meant.length, name).toBeGreaterThan(5);
      return meant.map((path) => name.replace('*', path.slice(before.length)));
    });
    const list = JSON.stringify(names.map((name) => name.replace(/^\./, description.name)));
    const found = imported('', `JSON.stringify(${list}.map((name) => import.meta.resolve(name)))`);
    const paths = (JSON.parse(found) as string[]).map((each) => fileURLToPath(each));
    expect(paths).toHaveLength(names.length);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('gives types to a program that is compiled against it', () => {
    const application = join(installed, '../..');
    for (const name of ['lit', 'lit-element', 'lit-html', '@lit', 'valibot', 'd3-array'])
      symlinkSync(resolve('node_modules', name), join(application, 'node_modules', name));
    const typed = Object.entries(description.exports).filter(
      ([, target]) => typeof target !== 'string',
    );
    const program = [
      ...typed.map(([name], index) => {
        const from = name.replace(/^\./, description.name);
        return `import * as part${index} from '${from}'; export { part${index} };`;
      }),
      `import { calculate } from '${description.name}';`,
      'export const hash: string = calculate(null!, null!).manifest.resultHash;',
    ];
    writeFileSync(join(application, 'application.ts'), program.join('\n'));
    const words = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext'];
    const compiler = resolve('node_modules/typescript/bin/tsc');
    run(application, process.execPath, compiler, ...words, '--target', 'es2022', 'application.ts');
  });

  test('has a command line that starts as it is', () => {
    const [[name, path] = ['', '']] = Object.entries(description.bin);
    expect(name).toBe('tandem');
    expect(run(installed, join(installed, path), '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
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

test('packing leaves the sources of a clone as they were', () => {
  expect(git('status', '--porcelain')).toBe('');
});

test('npm start says where the page is, and nothing else', async () => {
  const { NODE_ENV: _, ...env } = process.env;
  const start = spawn('npm', ['start', '--silent', '--', '--port', '0'], {
    cwd: clone,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    let said = '';
    for (const stream of [start.stdout, start.stderr])
      stream.on('data', (text: Buffer) => (said += text.toString()));
    await expect.poll(() => said, { timeout: patience.build }).toContain('until Ctrl-C\n');
    const [, address = ''] =
      /^Tandem is at (http:\/\/localhost:\d+\/) until Ctrl-C\n$/.exec(said) ?? [];
    expect(await (await fetch(address)).text()).toContain('<tandem-calculator');
  } finally {
    // With all that npm has started.
    if (start.pid !== undefined) process.kill(-start.pid, 'SIGKILL');
  }
});

test.each([
  ['a port that is none', ['--port', 'x'], /--port is a whole number from 0 .* to 65535, not "x"/],
  ['an unknown option', ['--prot', '1'], /'--prot'/],
])('npm start refuses %s before it builds', (_, words, message) => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/start.js', ...words], {
    cwd: clone,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
  expect(stderr).toContain('Usage: npm start -- [--port N] [--host ADDRESS]');
});
