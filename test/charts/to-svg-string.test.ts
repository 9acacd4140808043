import { expect, test } from 'vitest';
import type { Scene } from '../../src/charts/scene.ts';
import { toSvgString } from '../../src/charts/to-svg-string.ts';

const scene = (text: string) =>
  ({
    width: 10,
    height: 10,
    title: text,
    description: text,
    marks: [],
  }) as Partial<Scene> as Scene;

test('what XML cannot hold, and codes that steer a terminal, are not in a drawing', () => {
  const svg = toSvgString(scene('A\u001b[2J\u0007\u0000\u009b\ud800\uffff & <b>"B"'));
  expect(svg).toContain('A\ufffd[2J\ufffd\ufffd\ufffd\ufffd\ufffd &amp; &lt;b&gt;&quot;B&quot;');
  // oxlint-disable-next-line no-control-regex
  expect(svg).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u);
});

test('text of any language stays as it is', () => {
  expect(toSvgString(scene('香港 公司 😀 é'))).toContain('<title>香港 公司 😀 é</title>');
});
