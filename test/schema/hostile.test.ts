import { expect, test } from 'vitest';
import { loadScenario } from '../../src/schema/load-scenario.ts';
import { loadModel } from '../../src/schema/load-model.ts';
import { nearest } from '../../src/schema/near-miss.ts';
import { parseDocument } from '../../src/schema/parse-document.ts';
import { resolveScenario } from '../../src/schema/resolve-scenario.ts';
import { patience } from '../../tools/patience.js';
import { readFixture } from './check-fixture.ts';

/** Messages of a hostile text. One that takes time by the square of its length takes hours. */
function messagesOf(source: string | Uint8Array): readonly string[] {
  const { issues } = soon(() => loadScenario('a.json', () => source));
  return issues.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** What is found in the time for one step: on any machine, as long as it grows with the text alone. */
function soon<T>(find: () => T): T {
  const start = performance.now();
  const found = find();
  expect(performance.now() - start).toBeLessThan(patience.step);
  return found;
}

const long = (text: string, count: number) => text.repeat(count);

test('a text of 10 MB is refused by its size', () => {
  expect(messagesOf(`{"name": "${long('x', 10_000_000)}"}`)).toEqual([
    '1:1 the file is 10.0 MB; files of up to 5 MB are read',
  ]);
});

test('a name of 4 MB is cut in every message', () => {
  for (const message of messagesOf(`{"model": "m", "name": "n", "${long('x', 4_000_000)}": 1}`)) {
    expect(message.length).toBeLessThan(200);
  }
});

test('a text of 4 MB is told of with its place', () => {
  expect(messagesOf(`{"model": "m",\n "name": "${long('x', 4_000_000)}"}`)).toEqual([
    '2:10 this text has 4000000 characters; at most 20000 are read',
  ]);
});

test.each([
  ['lists', '[', ']'],
  ['unclosed lists', '[', ''],
  ['objects', '{"a":', '}'],
  ['unclosed objects', '{"a":', ''],
])('10,000 %s inside each other are refused where they become too deep', (_, open, close) => {
  const [message] = messagesOf(`${long(open, 10_000)}1${long(close, 10_000)}`);
  expect(message).toMatch(/^1:\d+ lists and objects are nested more than 64 deep here/);
});

test.each([
  ['numbers', `{"flows": [${long('1,', 2_000_000)}1]}`],
  ['words that are not JSON', long('@ ', 2_000_000)],
  ['commas', `{"flows": [${long(',', 4_000_000)}]}`],
  ['closing brackets', long(']', 4_000_000)],
  ['quotes', long('"', 4_000_000)],
  ['backslashes', `{"name": "${long('\\', 4_000_000)}`],
  ['slashes', long('/', 4_000_000)],
  ['comments that never close', long('/*', 2_000_000)],
  ['line breaks', `{"name": "a"${long('\n', 4_000_000)}`],
  ['minus signs', long('-', 4_000_000)],
  ['digits', `{"horizon": ${long('9', 4_000_000)}}`],
])('4 MB of %s are refused in time', (_, text) => {
  expect(messagesOf(text).length).toBeGreaterThan(0);
});

test('a hundred thousand unknown inputs end in as many problems as anyone would read', () => {
  const model = loadModel(readFixture('small-model.json') ?? '', 'small-model.json').value;
  const names = Array.from({ length: 100_000 }, (_, index) => `"input${index}": 1`);
  const text = `{"model": "small", "name": "n", "inputs": {${names.join(',')}}}`;
  const loaded = loadScenario('a.json', () => text).value;
  if (model === null || loaded === null) throw new Error('not loaded');
  expect(soon(() => resolveScenario(model, loaded)).issues).toHaveLength(200);
});

test('a hundred thousand unknown keys end in two hundred problems', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `"key${index}": 1`);
  expect(messagesOf(`{"model": "m", "name": "n", ${names.join(',')}}`)).toHaveLength(200);
});

test('a key that would reach a prototype changes nothing', () => {
  const { value, issues } = parseDocument(
    '{"__proto__": {"polluted": 1}, "a": {"constructor": {"prototype": {"polluted": 1}}}}',
    'a.json',
  );
  expect(issues.map((issue) => issue.code)).toEqual(['name-forbidden', 'name-forbidden']);
  expect(value).toEqual({ a: {} });
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each([
  [Uint8Array.of(0xff)],
  [Uint8Array.of(0)],
  [Uint8Array.of(0xef, 0xbb, 0xbf)],
  [Uint8Array.of(0xfe, 0xff, 0xd8)],
])('bytes that are no text are refused', (bytes) => {
  expect(messagesOf(bytes)).toHaveLength(1);
});

test('nearest gives up on words of any length without measuring them', () => {
  expect(soon(() => nearest(long('a', 1_000_000), [long('a', 1_000_001)]))).toBeNull();
});
