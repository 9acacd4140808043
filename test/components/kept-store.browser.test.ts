import { afterEach, describe, expect, test, vi } from 'vitest';
import { asKept, freeName } from '../../src/components/kept-scenario.ts';
import type { KeptScenario } from '../../src/components/kept-scenario.ts';
import { keptFile, readKeptFile } from '../../src/components/kept-file.ts';
import { KeptStoreError, openKeptStore } from '../../src/components/kept-store.ts';

let number = 0;
const names: string[] = [];
/** A data base that no other test knows. */
function ownName(): string {
  const name = `tandem-test-${number++}`;
  names.push(name);
  return name;
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
});

const scenario = (id: string, more: Partial<KeptScenario> = {}): KeptScenario => ({
  format: 'tandem-kept/2',
  id,
  name: `Scenario ${id}`,
  kept: '2026-11-25T10:00:00.000Z',
  text: '{"model":"compliance-tco","name":"x"}',
  answer: 'Dual costs least.',
  resultHash: 'abc',
  tandem: '0.1.0',
  trials: 100_000,
  seed: 7,
  ...more,
});

/** What a page of another version left behind, written past the store. */
function write(
  name: string,
  version: number,
  stores: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      for (const [store, records] of Object.entries(stores)) {
        const made = request.result.createObjectStore(store, { keyPath: 'id' });
        for (const record of records) made.put(record);
      }
    });
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    request.addEventListener('error', () => reject(new Error(String(request.error))));
  });
}

describe('what is kept in the browser', () => {
  test('is there again when it is opened anew, the latest first', async () => {
    const name = ownName();
    const store = await openKeptStore(name);
    await store.put(scenario('a'), scenario('b', { kept: '2026-11-26T10:00:00.000Z' }));
    store.close();
    const again = await openKeptStore(name);
    expect(await again.all()).toEqual([
      scenario('b', { kept: '2026-11-26T10:00:00.000Z' }),
      scenario('a'),
    ]);
    await again.remove('b');
    expect((await again.all()).map(({ id }) => id)).toEqual(['a']);
    again.close();
  });

  test('of the first version is brought into the form of this one', async () => {
    const name = ownName();
    const old = {
      id: 'old',
      name: '  A   client ',
      savedAt: Date.UTC(2026, 0, 2),
      scenario: { model: 'compliance-tco', name: 'A client', inputs: { inflation: 0.02 } },
    };
    await write(name, 1, { scenarios: [old] });
    const store = await openKeptStore(name);
    const [found] = await store.all();
    expect(found).toMatchObject({
      format: 'tandem-kept/2',
      id: 'old',
      name: 'A client',
      kept: '2026-01-02T00:00:00.000Z',
      answer: '',
    });
    expect(JSON.parse(found?.text ?? '')).toEqual(old.scenario);
    await store.put(scenario('new'));
    store.close();
    const again = await openKeptStore(name);
    expect((await again.all()).map(({ id }) => id).toSorted()).toEqual(['new', 'old']);
    again.close();
  });

  test('of the first version is not thrown away where a record cannot be read', async () => {
    const name = ownName();
    await write(name, 1, { scenarios: [{ id: 'odd', name: 'Odd' }] });
    const store = await openKeptStore(name);
    expect(await store.all()).toEqual([]);
    store.close();
    const left = await new Promise<readonly string[]>((resolve) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => {
        resolve([...request.result.objectStoreNames]);
        request.result.close();
      });
    });
    expect(left).toContain('scenarios');
  });

  test('of a newer version is left alone, and said so', async () => {
    const name = ownName();
    await write(name, 9, { kept: [scenario('future')] });
    await expect(openKeptStore(name)).rejects.toThrow(/newer version of Tandem/);
  });

  test('makes way for a newer version in another tab', async () => {
    const name = ownName();
    const store = await openKeptStore(name);
    await store.put(scenario('a'));
    await write(name, 3, { more: [] });
    await expect(store.all()).rejects.toBeInstanceOf(KeptStoreError);
  });

  test('is seen at once by all who have it open, by others than who changed it', async () => {
    const name = ownName();
    const [one, other] = [await openKeptStore(name), await openKeptStore(name)];
    const seen: string[] = [];
    one.watch(() => seen.push('one'));
    other.watch(() => seen.push('other'));
    await one.put(scenario('a'));
    await expect.poll(() => seen).toEqual(['other']);
    await other.remove('a');
    await expect.poll(() => seen).toEqual(['other', 'one']);
    one.close();
    other.close();
  });

  test('by a browser that never answers is told in words, and what comes too late is closed', async () => {
    vi.useFakeTimers();
    const request = new EventTarget();
    vi.spyOn(indexedDB, 'open').mockReturnValue(request as IDBOpenDBRequest);
    const asked = openKeptStore(ownName()).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await asked).toMatchObject({
      kind: 'silent',
      message: expect.stringMatching(/does not answer.*Nothing is lost/) as string,
    });
    const close = vi.fn<() => void>();
    Object.assign(request, { result: { close } });
    request.dispatchEvent(new Event('success'));
    await vi.advanceTimersByTimeAsync(1);
    expect(close).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  test.each([
    ['SecurityError', 'refused', /keep nothing.*“Save file”/],
    ['QuotaExceededError', 'full', /no room left.*still open/],
    ['UnknownError', 'broken', /could not read or write/],
  ] as const)('that the browser denies by %s is told in words', async (fault, kind, message) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', fault);
    });
    const error: unknown = await openKeptStore(ownName()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind, message: expect.stringMatching(message) as string });
  });

  test('is kept whole or not at all', async () => {
    const store = await openKeptStore(ownName());
    const unstorable = { ...scenario('b'), text: (() => '') as unknown as string };
    await expect(store.put(scenario('a'), unstorable)).rejects.toBeInstanceOf(KeptStoreError);
    expect(await store.all()).toEqual([]);
    store.close();
  });
});

describe('a file of kept scenarios', () => {
  test('comes back as it was', () => {
    const kept = [scenario('a'), scenario('b', { name: 'Ünïcode <b>' })];
    expect(readKeptFile(keptFile(kept))).toEqual(kept);
  });

  test.each([
    ['{', /not complete/],
    ['[]', /no file of kept scenarios/],
    ['{"model":"compliance-tco"}', /“Open file”/],
    ['{"scenarios":[{"format":"tandem-kept/9"}]}', /1 of 1 .* newer version/],
    [`{"scenarios":[{"format":"tandem-kept/2","id":"a","text":""}]}`, /cannot be read/],
  ])('that is none is refused in words: %s', (text, message) => {
    expect(() => readKeptFile(text)).toThrow(message);
  });
});

test('a record of a stranger is taken field by field', () => {
  const strange = { ...scenario('a'), more: 'x', kept: 'yesterday', name: ' \n ' };
  expect(asKept(strange)).toEqual({ ...scenario('a'), kept: '', name: 'Without a name' });
  expect(asKept(null)).toBeNull();
  expect(asKept({ id: 1, text: {} })).toBeNull();
});

test('a name that is taken gets a number behind it', () => {
  expect(freeName('A', [])).toBe('A');
  expect(freeName('A', ['A'])).toBe('A (2)');
  expect(freeName('A (2)', ['A', 'A (2)'])).toBe('A (3)');
});
