import { expect, it } from 'vitest';
import { letsCompile } from '../../src/runner/web-assembly-policy.ts';

const policy = 'Content-Security-Policy';

it.each([
  ['there is none', {}, true],
  ["it says default-src 'self'", { [policy]: "default-src 'self'" }, false],
  ['it speaks of other things', { [policy]: "frame-ancestors 'none'; img-src *" }, true],
  [
    'scripts may compile WebAssembly',
    { [policy]: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" },
    true,
  ],
  ['anything may be compiled', { [policy]: "default-src 'self' 'unsafe-eval'" }, true],
  [
    'only what is not a script may',
    { [policy]: "default-src 'self' 'wasm-unsafe-eval'; script-src 'self'" },
    false,
  ],
  [
    'the first of two directives forbids it',
    { [policy]: "script-src 'self'; script-src *  'unsafe-eval'" },
    false,
  ],
  [
    'one of two policies forbids it',
    { [policy]: "script-src 'wasm-unsafe-eval', default-src 'self'" },
    false,
  ],
  ['it would only be reported', { [`${policy}-Report-Only`]: "default-src 'self'" }, false],
] as const)('where %s', (_, headers, allowed) => {
  expect(letsCompile(new Headers(headers))).toBe(allowed);
});
