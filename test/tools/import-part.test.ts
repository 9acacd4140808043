import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, test, vi } from 'vitest';
import { importPart } from '../../tools/import-part.ts';
import { folderWith } from '../cli/tandem.ts';

type Load = Parameters<typeof importPart>[2];
type PartFile = Awaited<ReturnType<Load>>;

const part: PartFile = { default: () => Promise.resolve({ answer: 42 }) };
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

/** A folder of its own: what was fetched is kept by address. */
let base: string;
beforeEach(() => {
  const folder = folderWith({
    'part.js': 'export default () => Promise.resolve({ from: import.meta.url });',
  });
  base = pathToFileURL(join(folder, 'page.js')).href;
});

test('a part is fetched and begun once, however often it is asked for', async () => {
  const load = vi.fn<Load>(() => Promise.resolve(part));
  const [one, other] = await Promise.all([
    importPart('./part.js', base, load),
    importPart('./part.js', base, load),
  ]);
  expect(one).toEqual({ answer: 42 });
  expect(other).toBe(one);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a part that cannot be fetched says what to do, and is fetched when it is asked for again', async () => {
  const load = vi.fn<Load>(() => Promise.resolve(part)).mockImplementationOnce(offline);
  await expect(importPart('./part.js', base, load)).rejects.toThrow(
    'A part of Tandem could not be fetched. Check the connection, then try again.',
  );
  expect(await importPart('./part.js', base, load)).toEqual({ answer: 42 });
});

test('where the browser remembers that an address failed, another one is asked for', async () => {
  await expect(importPart('./part.js', base, offline)).rejects.toThrow('could not be fetched');
  const address = new URL('part.js', base).href;
  expect(await importPart('./part.js', base, offline)).toEqual({
    from: expect.stringContaining(address) as unknown,
  });
});

test('what is really missing is told each time it is asked for', async () => {
  for (let time = 0; time < 3; time++)
    await expect(importPart('./none.js', base, offline)).rejects.toThrow('could not be fetched');
});

test('a part whose own needs could not be had begins anew, and is not fetched again', async () => {
  const load = vi.fn<Load>(() =>
    Promise.resolve({ default: (reach) => reach('./needed.js', base, needed) }),
  );
  const needed = vi.fn<Load>(() => Promise.resolve(part)).mockImplementationOnce(offline);
  await expect(importPart('./part.js', base, load)).rejects.toThrow('could not be fetched');
  expect(await importPart('./part.js', base, load)).toEqual({ answer: 42 });
  expect(needed).toHaveBeenCalledTimes(2);
});
