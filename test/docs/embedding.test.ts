import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { elementTables } from '../../tools/element-tables.ts';
import type { ElementDescription } from '../../tools/element-tables.ts';
import { builtLibrary } from '../helpers/build-once.ts';

const file = 'docs/embedding.md';
const generated = /(<!-- element:.*-->)\s*([\s\S]*?)\s*(<!-- \/element -->)/;

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly (ElementDescription & { readonly tagName?: string })[];
  }[];
}

let library: string;
let calculator: ElementDescription | undefined;

beforeAll(async () => {
  library = join(await builtLibrary(), 'lib');
  const manifest = JSON.parse(
    readFileSync(join(library, 'custom-elements.json'), 'utf8'),
  ) as Manifest;
  calculator = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'tandem-calculator');
});

describe('docs/embedding.md', () => {
  test('says what the element offers, in the words of the code (UPDATE_DOCS=1 writes it)', () => {
    const tables = elementTables(calculator ?? {});
    const text = readFileSync(file, 'utf8');
    const updated = text.replace(
      generated,
      (_, begin, __, end) => `${begin}\n\n${tables}\n\n${end}`,
    );
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, updated);
    expect(tables).toMatch(/`tandem-result` .*`--tandem-font`/s);
    expect(generated.exec(readFileSync(file, 'utf8'))?.[2]).toBe(tables);
  });

  test('names files that are there', () => {
    const text = readFileSync(file, 'utf8');
    const named = [
      ...text.matchAll(/`((?:tandem-|worker|frame)[\w.-]*\.(?:js|html|css)|sri\.json)/g),
    ];
    const files = new Set(named.flatMap(([, name]) => (name === undefined ? [] : [name])));
    expect(files.size).toBeGreaterThan(6);
    const built = readdirSync(library);
    for (const name of files) expect(built).toContain(name);
    for (const [, link] of text.matchAll(/\]\((\.\.\/[^)]+)\)/g))
      expect(existsSync(join('docs', link ?? '')), link).toBe(true);
  });
});
