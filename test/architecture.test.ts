import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
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
  'sipmath',
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
const computing = ['numeric', 'schema', 'language', 'engine', 'regimes', 'analysis', 'sipmath'];
const belowPresent: readonly string[] = [...computing, 'runner'];
const longest = 400;

/** Who may import a package; any other package is free. */
const packages: readonly {
  readonly named: RegExp;
  readonly allowed: (file: SourceFile) => boolean;
  readonly rule: string;
}[] = [
  {
    named: /^d3($|[-/])/,
    allowed: ({ folder }) => folder === 'charts',
    rule: 'd3 belongs to src/charts',
  },
  {
    named: /^(lit($|\/)|lit-(html|element)($|\/)|@lit\/)/,
    allowed: ({ folder }) => ['components', 'site', 'entries'].includes(folder),
    rule: 'lit belongs to src/components, src/site and src/entries',
  },
  {
    named: /^hucre($|\/)/,
    allowed: ({ folder }) => folder === 'export',
    rule: 'hucre belongs to src/export',
  },
  {
    named: /^(valibot|@valibot\/.*|jsonc-parser)($|\/)/,
    allowed: ({ folder }) => folder === 'schema',
    rule: 'valibot and jsonc-parser belong to src/schema',
  },
  {
    named: new RegExp(`^(node:|(${builtinModules.join('|')})($|/))`),
    allowed: ({ folder, path }) =>
      folder === 'cli' || (folder === 'runner' && path.endsWith('node.ts')),
    rule: 'Node is known to src/cli and to files of src/runner whose name ends in node.ts',
  },
];
/** Imports that should not be: to be taken out of here, and of .oxlintrc.json, when they are gone. */
const toPutRight: readonly string[] = ['src/cli/claims-command.ts imports d3-array'];

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  /** The text without comments and without what stands in plain strings. */
  readonly code: string;
  readonly imports: readonly Import[];
}

interface Import {
  readonly name: string;
  readonly line: number;
}

// Comments and strings are found in one pass, since each may hold what looks like the other.
const commentOrString =
  /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;

const files: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const path = posix.join('src', name.replaceAll('\\', '/'));
    return sourceFile(path, readFileSync(join('src', name), 'utf8'));
  });

function sourceFile(path: string, text: string): SourceFile {
  return { path, folder: folderOf(path), text, code: codeOf(text), imports: importsOf(text) };
}

function folderOf(path: string): string {
  const [, folder = '', ...rest] = path.split('/');
  return rest.length === 0 ? '' : folder;
}

function importsOf(text: string): readonly Import[] {
  const pattern =
    /(?:^|\n|;)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n|;)\s*import\s*['"]([^'"]+)['"]/g;
  return [...withoutComments(text).matchAll(pattern)].map((match) => ({
    name: match[1] ?? match[2] ?? match[3] ?? '',
    line: lineAt(text, match.index + match[0].length),
  }));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function withoutComments(text: string): string {
  return text.replace(commentOrString, (found) => (found.startsWith('/') ? blank(found) : found));
}

function codeOf(text: string): string {
  return text.replace(commentOrString, (found) => (found.startsWith('/') ? blank(found) : "''"));
}

/** The same lines at the same offsets, empty. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Every place where a pattern occurs, as `file:line: text`. */
function places(
  pattern: RegExp,
  where: (file: SourceFile) => boolean,
  among = files,
): readonly string[] {
  return among
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
  expect(importsOutOfOrder(files)).toEqual([]);
});

function importsOutOfOrder(among: readonly SourceFile[]): readonly string[] {
  return among.flatMap(({ path, folder, imports }) =>
    imports
      .filter(({ name }) => name.startsWith('.'))
      .map(({ name, line }) => ({ target: posix.join(posix.dirname(path), name), line }))
      .filter(({ target }) => target.startsWith('src/'))
      .filter(({ target }) => !allowed(folder).includes(folderOf(target)))
      .map(
        ({ target, line }) =>
          `${path}:${line}: imports ${target}; src/${folder} may import from ${allowed(folder).join(', ')}`,
      ),
  );
}

test('a package is imported only where it belongs', () => {
  const wrong = importsOutOfPlace(files).filter(({ what }) => !toPutRight.includes(what));
  expect(wrong.map(({ where }) => where)).toEqual([]);
});

test('what was put right is no longer excused', () => {
  const found = importsOutOfPlace(files).map(({ what }) => what);
  expect(
    toPutRight.filter((what) => !found.includes(what)),
    'take it out of toPutRight and out of .oxlintrc.json',
  ).toEqual([]);
});

function importsOutOfPlace(
  among: readonly SourceFile[],
): readonly { readonly what: string; readonly where: string }[] {
  return among.flatMap((file) =>
    file.imports.flatMap(({ name, line }) =>
      packages
        .filter(({ named, allowed: may }) => named.test(name) && !may(file))
        .map(({ rule }) => ({
          what: `${file.path} imports ${name}`,
          where: `${file.path}:${line}: imports ${name}; ${rule}`,
        })),
    ),
  );
}

test('imports name their files, with the extension', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ name }) => name.startsWith('.') && !/\.(ts|json|css|csv)(\?[\w&]+)?$/.test(name))
      .map(({ name, line }) => `${path}:${line}: imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('only src/entries gathers exports of other files', () => {
  expect(
    passedOn(files.filter(({ folder }) => folder !== 'entries')),
    'import from where it is written',
  ).toEqual([]);
});

function passedOn(among: readonly SourceFile[]): readonly string[] {
  const pattern = /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;'"]*?\sfrom\s*['"]/gm;
  return among.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(pattern)].map(
      ({ index }) => `${path}:${lineAt(text, index)}: passes on exports of another file`,
    ),
  );
}

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

// A parsed file is called a document too: only what a page's has counts.
const page =
  /(?<![.\w])(?:window\b|(?:localStorage|sessionStorage|navigator)\s*[.[]|(?:typeof\s+|globalThis\.)document\b|document\.(?:body|head|create|query|getElement|baseURI|cookie|documentElement|addEventListener)|customElements\b|HTML\w*Element\b)/;

test('nothing below components knows a document or a window', () => {
  const below: readonly string[] = order.slice(0, order.indexOf('components'));
  expect(places(page, ({ folder }) => below.includes(folder))).toEqual([]);
});

const inexact =
  'random|exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot';
const notTheSame = new RegExp(String.raw`\bMath\s*(?:\?\.|\.)\s*(?:${inexact})\b|\bMath\s*\[`);
const unrepeatable =
  /\bMath\.random\b|\bcrypto\.(?:getRandomValues|randomUUID)\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bIntl\b|\.toLocale\w*\(|\.localeCompare\(/;
const raised = /[\w)\]]\s*\*\*=?\s*[\w(+-]/;

test('what computes is the same on every engine', () => {
  expect(
    places(notTheSame, ({ folder }) => computing.includes(folder)),
    'the last bits differ between engines; use src/numeric/elementary.ts',
  ).toEqual([]);
});

test('nothing below present knows chance, the time or a language', () => {
  expect(
    places(unrepeatable, ({ folder }) => belowPresent.includes(folder)),
    'numbers come from a seed; times and languages belong to src/present and above',
  ).toEqual([]);
});

test('what computes raises to powers by its own function', () => {
  expect(
    places(raised, ({ folder }) => computing.includes(folder)),
    'the last bits of ** differ between engines; use power of src/numeric/elementary.ts',
  ).toEqual([]);
});

const madeFromText =
  /(?<![.\w])eval\s*\(|(?<![.\w])Function\s*\(|\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bunsafe(?:HTML|SVG|Static)\b|\bstyleMap\b/;

test('no code, markup or style is made from text', () => {
  expect(
    places(madeFromText, () => true),
    'a strict policy refuses it',
  ).toEqual([]);
});

interface LawFile {
  readonly id: string;
  readonly kind: string;
  readonly short: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const laws = readdirSync('models/regimes', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => read(join('models/regimes', name, 'regime.json')) as LawFile)
  .filter(({ kind }) => kind === 'law');
const { postures } = read('models/compliance-tco.json') as { readonly postures: object };

const escaped = (text: string): string => text.replace(/[^\w]/g, String.raw`\$&`);
const lawNames = new RegExp(
  laws
    .flatMap(({ id, short }) => [id, short])
    .map(escaped)
    .join('|'),
  'i',
);
/** Ids of postures as code, an example or a message would have them: quoted, after a dot, or with a hyphen. */
const postureIds = new RegExp(
  Object.keys(postures)
    .map((id) => (id.includes('-') ? escaped(id) : String.raw`[.'"\`]${escaped(id)}\b`))
    .join('|'),
);
/** Help shows commands as they are typed, with the postures of the scenario that they are about. */
const isExample = (path: string, line: string): boolean =>
  path === 'src/cli/commands.ts' && /^\s*'tandem [a-z]+ scenarios\//.test(line);

/** Every line, comments and strings too, that says what only data may say. */
function said(pattern: RegExp, among: readonly Pick<SourceFile, 'path' | 'text'>[]) {
  return among.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) && !isExample(path, line)
          ? [`${path}:${index + 1}: ${line.trim()}`]
          : [],
      ),
  );
}

const allOfSource = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|css|html|svg)$/.test(name))
  .map((name) => ({
    path: posix.join('src', name.replaceAll('\\', '/')),
    text: readFileSync(join('src', name), 'utf8'),
  }));

test('no law is known by name: laws are data of models/regimes', () => {
  expect(laws.map(({ id }) => id)).toEqual(expect.arrayContaining(['pipl', 'pdpo']));
  expect(
    said(lawNames, allOfSource),
    'take the name of a law from the regimes of the result, and what it asks from its file',
  ).toEqual([]);
});

test('no posture of the model is known by name', () => {
  expect(said(postureIds, allOfSource), 'postures are data of the model').toEqual([]);
});

test.each([
  [lawNames, 'src/a.ts', '// As the PIPL asks.', 1],
  [lawNames, 'src/a.ts', "const short = regime.id === 'pdpo' ? a : b;", 1],
  [lawNames, 'src/a.css', '.gdpr { }', 1],
  [postureIds, 'src/a.ts', "const first = postures['dual'];", 1],
  [postureIds, 'src/a.ts', 'const first = values.dual;', 1],
  [postureIds, 'src/a.ts', "message('such as pipl-only');", 1],
  [postureIds, 'src/a.ts', '// the convex dual', 0],
  [
    lawNames,
    'src/cli/commands.ts',
    "  'tandem calibrate scenarios/a.json --target pipl-only=1',",
    0,
  ],
  [lawNames, 'src/cli/other.ts', "  'tandem calibrate scenarios/a.json --target pipl-only=1',", 1],
])('%s in %s: %s', (pattern, path, line, found) => {
  expect(said(pattern, [{ path, text: `first\n${line}\n` }])).toHaveLength(found);
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
  expect(importsOf(text)).toEqual([
    { name: './a.ts', line: 1 },
    { name: '../b.ts', line: 4 },
    { name: './c.css', line: 5 },
    { name: './d.ts', line: 6 },
    { name: './e.ts', line: 7 },
  ]);
  expect(codeOf(text)).not.toContain('Math.random');
  expect(codeOf("const all = 'src/**/*.ts'; Math.random(); const none = '*/';")).toContain(
    'Math.random',
  );
});

test('an import out of order is told with its file, its line and the order', () => {
  const file = sourceFile(
    'src/engine/bad.ts',
    "import { a } from '../schema/a.ts';\nimport { b } from '../present/b.ts';\n",
  );
  expect(importsOutOfOrder([file])).toEqual([
    'src/engine/bad.ts:2: imports src/present/b.ts; src/engine may import from numeric, schema, language, engine',
  ]);
});

test.each([
  ['src/engine/a.ts', 'd3-array', 'd3 belongs to src/charts'],
  ['src/charts/a.ts', 'lit/decorators.js', 'lit belongs to'],
  ['src/runner/a.ts', 'jsonc-parser', 'valibot and jsonc-parser belong to src/schema'],
  ['src/cli/a.ts', 'hucre/xlsx', 'hucre belongs to src/export'],
  ['src/runner/a.ts', 'node:fs', 'Node is known to'],
  ['src/runner/a.ts', 'fs/promises', 'Node is known to'],
])('%s may not import %s', (path, name, rule) => {
  const [found] = importsOutOfPlace([sourceFile(path, `import '${name}';\n`)]);
  expect(found?.where).toContain(`${path}:1: imports ${name}; ${rule}`);
});

test.each([
  ['src/charts/a.ts', 'd3-array'],
  ['src/components/a.ts', 'lit'],
  ['src/schema/a.ts', 'valibot'],
  ['src/cli/a.ts', 'node:fs'],
  ['src/runner/threads-node.ts', 'node:worker_threads'],
  ['src/engine/a.ts', '@noble/hashes/sha2.js'],
])('%s may import %s', (path, name) => {
  expect(importsOutOfPlace([sourceFile(path, `import '${name}';\n`)])).toEqual([]);
});

test.each([
  [notTheSame, 'const a = Math.exp(b);'],
  [notTheSame, "const a = Math['exp'](b);"],
  [unrepeatable, 'const a = Math.random();'],
  [unrepeatable, 'const a = Date.now();'],
  [unrepeatable, 'const a = new Intl.NumberFormat();'],
  [raised, 'const a = b ** 2;'],
  [raised, 'a **= 2;'],
  [page, 'const a = document.createElement(b);'],
  [page, "if (typeof window === 'object') a();"],
  [page, 'let a: HTMLElement;'],
  [madeFromText, 'eval(a);'],
  [madeFromText, 'new Function(a);'],
  [madeFromText, 'a.innerHTML = b;'],
  [madeFromText, 'html`${unsafeHTML(a)}`;'],
  [madeFromText, 'html`<p style=${styleMap(a)}></p>`;'],
])('%s finds a line that breaks its rule: %s', (pattern, line) => {
  const file = sourceFile('src/engine/bad.ts', `// first\n${line}\n`);
  expect(places(pattern, () => true, [file])).toHaveLength(1);
  expect(places(pattern, () => true, [file])[0]).toMatch(/^src\/engine\/bad\.ts:2: /);
});

test('a file that passes on exports is told with its line', () => {
  const file = sourceFile('src/engine/index.ts', "\nexport * from './a.ts';\n");
  expect(passedOn([file])).toEqual(['src/engine/index.ts:2: passes on exports of another file']);
});
