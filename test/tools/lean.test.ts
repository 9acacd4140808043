import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { interpolateNumber, interpolateRound } from '../../tools/number-interpolation.ts';
import { withoutDescriptions } from '../../tools/without-descriptions.ts';
import { builtLibrary } from '../helpers/build-once.ts';

const lean = (code: string): string => withoutDescriptions(code, parseAst(code));

describe('what a page loads', () => {
  test('has no descriptions of fields, told to v.description or to a function with such a parameter', () => {
    expect(lean(`v.description('One'); v.description(\`Two \${three}\`);`)).toBe(
      'v.description(""); v.description("");',
    );
    expect(lean(`const text = (least, description) => 0; text('kept', 'not kept');`)).toBe(
      `const text = (least, description) => 0; text('kept', "");`,
    );
    expect(lean(`function say(description) {} say(other); say('gone');`)).toBe(
      'function say(description) {} say(other); say("");',
    );
    expect(lean(`const text = (message) => 0; text('kept');`)).toContain('kept');
  });

  test('holds none of the descriptions in the JSON Schema files, but every other text', async () => {
    const worker = readFileSync(join(await builtLibrary(), 'lib/worker.js'), 'utf8');
    const descriptions = ['models', 'scenarios'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.schema.json'))
        .flatMap((name) => described(JSON.parse(readFileSync(join(folder, name), 'utf8')))),
    );
    expect(descriptions.length).toBeGreaterThan(100);
    expect(descriptions.filter((text) => text.length > 30 && worker.includes(text))).toEqual([]);
    expect(worker.includes('is used twice; inputs, definitions, lines and events share')).toBe(
      true,
    );
  });

  test('draws with the same numbers as d3 with all of its interpolators', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, fc.double({ noNaN: true, min: 0, max: 1 }), (from, to, share) => {
        const scale = scaleLinear().range([from, to]);
        expect(interpolateNumber(from, to)(share)).toBe(scale(share));
        expect(interpolateRound(from, to)(share)).toBe(scale.rangeRound([from, to])(share));
      }),
    );
  });
});

function described(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : described(value),
  );
}
