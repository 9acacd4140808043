import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, hashOf } from '../../src/analysis/canonical-json.ts';

describe('canonicalJson', () => {
  test('sorts keys at every depth and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ z: 1, a: null }], a: 'x', gone: undefined })).toBe(
      '{"a":"x","b":[{"a":null,"z":1}]}',
    );
  });

  test('holds the same value as it was given, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('refuses numbers that JSON would write as null', () => {
    expect(() => canonicalJson({ mean: NaN })).toThrow('NaN');
    expect(() => canonicalJson([Infinity])).toThrow('Infinity');
  });
});

describe('hashOf', () => {
  test('is the SHA-256 of the canonical text', () => {
    // printf '{"a":1}' | sha256sum
    expect(hashOf({ a: 1 })).toBe(
      '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
    );
  });
});
