import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/numeric/sha256.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// FIPS 180-4, examples of the standard.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('of %j it is what the standard says', (text, digest) => {
  expect(hex(sha256(new TextEncoder().encode(text)))).toBe(digest);
});

test('of any bytes it is what OpenSSL says, also where they fill a block', () => {
  const check = (bytes: Uint8Array): void => {
    expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
  };
  for (let length = 0; length < 200; length++) check(new Uint8Array(length).fill(0xa5));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 1000 }), check));
  check(new Uint8Array(1_000_000).fill(0x61));
});
