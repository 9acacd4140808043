import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinNumbers, jsonText } from '../../src/schema/json-text.ts';

test('a list of numbers stands on one line, one of anything else does not', () => {
  expect(jsonText({ a: [-1, 2.5e-7, 3e21], b: ['1', '2'], c: [[1, 2]], d: [] })).toBe(
    '{\n  "a": [-1, 2.5e-7, 3e+21],\n  "b": [\n    "1",\n    "2"\n  ],\n  "c": [\n    [1, 2]\n  ],\n  "d": []\n}\n',
  );
});

test('what is read back is what was written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(jsonText(value))).toEqual(plain);
      expect(JSON.parse(joinNumbers(JSON.stringify(value, null, 1), ''))).toEqual(plain);
    }),
  );
});

// Read in two ways each, a hundred negative numbers before a word would take longer than there is time.
test('a list of negative numbers that ends in something else is passed by', () => {
  const list = [...Array<number>(100_000).fill(-1), 'x'];
  const text = JSON.stringify({ list }, null, 2);
  expect(jsonText({ list })).toBe(`${text}\n`);
  expect(joinNumbers(text, '')).toBe(text);
});
