import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { partText } from '../../tools/part-text.ts';

/** Paths under `later/` lead to files that are fetched later. */
const setting = {
  isPart: true,
  isLater: (path: string) => path.startsWith('./later/'),
  reach: 'reach',
};
const textOf = (code: string, more: Partial<typeof setting> = {}) =>
  partText(code, parseAst(code), { ...setting, ...more });

/** What a part exports once it has been called, with what it needs by path. */
async function given(code: string, needed: Readonly<Record<string, object>> = {}): Promise<object> {
  const text = textOf(code) ?? '';
  const address = `data:text/javascript,${encodeURIComponent(text)}`;
  const module = (await import(/* @vite-ignore */ address)) as {
    readonly default: (reach: (path: string) => Promise<object>) => Promise<object>;
  };
  return module.default((path) => Promise.resolve(needed[path] ?? {}));
}

describe('a file that is fetched later', () => {
  test('becomes a function of what it needs to what it exports', async () => {
    const code = `import { rate as r } from './later/rates.js';
      import fallback, { "odd name" as odd } from './later/others.js';
      import * as all from './later/all.js';
      const doubled = 2 * r;
      class Price {}
      export { doubled, Price as default, odd as "an odd name", fallback, all };`;
    expect(
      await given(code, {
        './later/rates.js': { rate: 7 },
        './later/others.js': { default: 'other', 'odd name': 3 },
        './later/all.js': { one: 1 },
      }),
    ).toMatchObject({
      doubled: 14,
      default: expect.any(Function) as unknown,
      'an odd name': 3,
      fallback: 'other',
      all: { one: 1 },
    });
  });

  test('imports at once what the page has, and nothing else', () => {
    const text = textOf(`import { a } from './first.js';
      import { b } from './later/b.js';
      import './later/effect.js';
      export { a, b };`);
    const imported = parseAst(text ?? '').body.filter(({ type }) => type === 'ImportDeclaration');
    expect(imported).toHaveLength(1);
    expect(text).toContain(
      `reach("./later/effect.js",import.meta.url,()=>import("./later/effect.js"))`,
    );
  });

  test.each([
    ['all of another file', `export * from './later/a.js';`],
    ['names of another file', `export { a } from './first.js';`],
    ['where it declares', `export const a = 1;`],
    ['by default', `export default 1;`],
  ])('may not export %s: the build stops', (_, code) => {
    expect(() => textOf(code)).toThrow('exports in a way that is not known: export');
  });

  test.each(['count = 1', 'count++', 'count += 2'])(
    'may not give an export another value later, as by %s: the build stops',
    (change) => {
      const code = `let count = 0; function change() { ${change}; } export { change, count };`;
      expect(() => textOf(code)).toThrow('exports of a part change after it has run: count');
    },
  );
});

test('what is there at once reaches the later files through the function alone', () => {
  const code = `const load = () => import('./later/a.js').then(({ a }) => a);
    const near = () => import('./first.js');`;
  expect(textOf(code, { isPart: false })).toBe(
    code.replace(
      `import('./later/a.js')`,
      `reach("./later/a.js",import.meta.url,()=>import('./later/a.js'))`,
    ),
  );
});

test('a file that is there at once and fetches nothing stays as it is', () => {
  expect(textOf(`import { a } from './first.js'; export { a };`, { isPart: false })).toBeNull();
});
