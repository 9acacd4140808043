import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** A folder may import only from itself and from folders before it. */
const order = [
  'numeric',
  'schema',
  'language',
  'engine',
  'regimes',
  'analysis',
  'runner',
  'present',
  'charts',
  'export',
  'components',
] as const;
/** These compose: each may import everything above, and none of the others unless named. */
const composing: Readonly<Record<string, readonly string[]>> = {
  site: ['entries'],
  cli: [],
  entries: ['site'],
};
const computing = ['numeric', 'schema', 'language', 'engine', 'regimes', 'analysis'];
const longest = 400;

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  /** The text without comments and without what stands in plain strings. */
  readonly code: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const path = posix.join('src', name.replaceAll('\\', '/'));
    const text = readFileSync(join('src', name), 'utf8');
    return { path, folder: folderOf(path), text, code: codeOf(text), imports: importsOf(text) };
  });

function folderOf(path: string): string {
  const [, folder = '', ...rest] = path.split('/');
  return rest.length === 0 ? '' : folder;
}

function importsOf(text: string): readonly string[] {
  const pattern =
    /(?:^|\n|;)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

/** Every place where a pattern occurs, as `file:line: text`. */
function places(pattern: RegExp, where: (file: SourceFile) => boolean): readonly string[] {
  return files
    .filter(where)
    .flatMap(({ path, code }) =>
      code
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
}

function allowed(folder: string): readonly string[] {
  const place = order.indexOf(folder as (typeof order)[number]);
  if (place >= 0) return order.slice(0, place + 1);
  return [...order, folder, ...(composing[folder] ?? [])];
}

test('every folder of src is in the order', () => {
  const known = [...order, ...Object.keys(composing), ''];
  const unknown = files.filter(({ folder }) => !known.includes(folder)).map(({ path }) => path);
  expect(unknown, 'a new folder needs a place in the order of this test').toEqual([]);
});

test('a folder imports only from itself and folders before it', () => {
  const wrong = files.flatMap(({ path, folder, imports }) =>
    imports
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.normalize(posix.join(posix.dirname(path), name)))
      .filter((target) => target.startsWith('src/') && !allowed(folder).includes(folderOf(target)))
      .map(
        (target) =>
          `${path} imports ${target}: src/${folder} may import from ${allowed(folder).join(', ')}`,
      ),
  );
  expect(wrong).toEqual([]);
});

test('imports name their files, with the extension', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((name) => name.startsWith('.') && !/\.(ts|json|css)(\?\w+)?$/.test(name))
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('only src/entries gathers exports of other files', () => {
  const wrong = files
    .filter(({ folder, text }) => folder !== 'entries' && /^export\s[^;]*\sfrom\s*['"]/m.test(text))
    .map(
      ({ path }) => `${path} passes on exports of another file; import from where they are written`,
    );
  expect(wrong).toEqual([]);
});

test('there are no default exports', () => {
  expect(places(/^export default\b/, () => true)).toEqual([]);
});

test(`no file is longer than ${longest} lines`, () => {
  const wrong = files.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - 1;
    return lines > longest ? [`${path} has ${lines} lines; split it by what it is about`] : [];
  });
  expect(wrong).toEqual([]);
});

test('nothing below components knows a document or a window', () => {
  const below: readonly string[] = order.slice(0, order.indexOf('components'));
  // A parsed file is called a document too: only what a page's has counts.
  const page =
    /(?<![.\w])(?:(?:window|localStorage|sessionStorage|navigator)\s*[.[]|document\.(?:body|head|create|query|getElement|baseURI|cookie|documentElement|addEventListener)|customElements\b|HTML\w*Element\b)/;
  expect(places(page, ({ folder }) => below.includes(folder))).toEqual([]);
});

test('what computes is the same on every engine and at every time', () => {
  const inexact =
    'random|exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot';
  const forbidden = new RegExp(
    String.raw`\bMath\.(${inexact})\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bIntl\.|\.toLocale\w*\(|\.localeCompare\(`,
  );
  expect(
    places(forbidden, ({ folder }) => computing.includes(folder)),
    'use src/numeric/elementary.ts; times and languages belong to src/present and above',
  ).toEqual([]);
});

test('the engine raises to powers by its own function', () => {
  const powers = places(/\w\s*\*\*\s*[\w(]|\*\*=/, ({ folder }) =>
    ['numeric', 'language', 'engine'].includes(folder),
  );
  expect(
    powers,
    'the last bits of ** differ between engines; use power of src/numeric/elementary.ts',
  ).toEqual([]);
});

test('no code is made from text', () => {
  expect(
    places(
      /(?<![.\w])eval\(|new Function\(|\bunsafeHTML\b|\bstyleMap\b|\.innerHTML\s*=/,
      () => true,
    ),
    'a strict policy refuses it',
  ).toEqual([]);
});

test('the readers of this test find imports in every form, and nothing in comments', () => {
  const text = `import { a } from './a.ts';
import type {
  B,
} from '../b.ts';
import './c.css';
export { d } from './d.ts';
const e = import('./e.ts');
// import { f } from './f.ts'; Math.random()
/* Math.random() */ const g = 'Math.random()';`;
  expect(importsOf(text)).toEqual(['./a.ts', '../b.ts', './c.css', './d.ts', './e.ts']);
  expect(codeOf(text)).not.toContain('Math.random');
});
