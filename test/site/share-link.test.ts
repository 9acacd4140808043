import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import { readLink, writeLink } from '../../src/site/share-link.ts';
import type { SharedState } from '../../src/site/share-link.ts';

const state = {
  scenario: 'published.json',
  changes: { auditCost: 300_000, trustDrop: { p10: 0.1, p50: 0.2, p90: 0.4 } },
};

test('a link holds the scenario and its changes, and is short', async () => {
  const link = await writeLink(state);
  expect(link).toMatch(/^1\.[\w-]+$/);
  expect(link.length).toBeLessThan(200);
  expect(await readLink(`#${link}`)).toEqual(state);
});

test('answers about the company go with it', async () => {
  const answered = { ...state, profile: { company: { targetsMainland: true }, flows: null } };
  expect(await readLink(await writeLink(answered))).toEqual(answered);
});

test('what moves together goes with it', async () => {
  const joined = {
    ...state,
    profile: { correlations: [['trustDrop', 'passThrough', 0.5] as const] },
  };
  expect(await readLink(await writeLink(joined))).toEqual(joined);
});

test('whatever values there are come back as they were', async () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0)),
    fc.record({ p10: fc.integer(), p50: fc.integer(), p90: fc.integer() }),
    fc.string(),
  );
  const names = fc.stringMatching(/^[a-z]\w{0,20}$/);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, value, { maxKeys: 12 }), async (changes) => {
      const given = { scenario: 'a-client.json', changes } as typeof state;
      expect(await readLink(await writeLink(given))).toEqual(given);
    }),
    { numRuns: 60 },
  );
});

test.each(['', '#', '#method', '#use-it', '#1'])(
  '%j is no link, and no fault',
  async (fragment) => {
    expect(await readLink(fragment)).toBeNull();
  },
);

test('a link of another version is refused in plain words', async () => {
  await expect(readLink('#2.abc')).rejects.toThrow('another version of Tandem');
});

test.each([
  ['cut off', async () => (await writeLink(state)).slice(0, -7)],
  ['with other letters in it', async () => `${await writeLink(state)}!<script>`],
  ['that packs no state', () => packed('[1, 2]')],
  [
    'with a path in the name of the scenario',
    () => packed('{"scenario":"../x.json","changes":{}}'),
  ],
  [
    'with an address as a scenario',
    () => packed('{"scenario":"https://example.org/x.json","changes":{}}'),
  ],
  [
    'that reaches for the prototype',
    () => packed('{"scenario":"a.json","changes":{"__proto__":{"x":1}}}'),
  ],
  [
    'with a part of the profile that does not exist',
    () => packed('{"scenario":"a.json","changes":{},"profile":{"lines":{}}}'),
  ],
  ['with changes that are a list', () => packed('{"scenario":"a.json","changes":[1]}')],
  ['that unpacks to a whole disk', () => packed(`"${'a'.repeat(3_000_000)}"`)],
])('a link %s is refused as not complete', async (_, make) => {
  await expect(readLink(`#${await make()}`)).rejects.toThrow('this link is not complete');
});

test('more changes than a link can hold are refused, with a way out', async () => {
  const changes = Object.fromEntries(
    Array.from({ length: 2000 }, (_, index) => [`input${index}`, index * 1.2345678901]),
  );
  await expect(writeLink({ scenario: 'a.json', changes })).rejects.toThrow('save them as a file');
});

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return `1.${Buffer.from(bytes).toString('base64url')}`;
}

describe('in a browser that cannot pack', () => {
  afterEach(() => void vi.unstubAllGlobals());

  test('a link is longer, and every browser reads it', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    const plain = await writeLink(state);
    expect(plain).toMatch(/^1p\.[\w-]+$/);
    vi.unstubAllGlobals();
    expect(await readLink(plain)).toEqual(state);
    vi.stubGlobal('DecompressionStream', undefined);
    expect(await readLink(plain)).toEqual(state);
  });

  test('a browser that knows the stream but not the format writes it plainly too', async () => {
    vi.stubGlobal('CompressionStream', function () {
      throw new TypeError('unsupported format');
    });
    expect(await writeLink(state)).toMatch(/^1p\./);
  });

  test('a packed link says that the browser is too old', async () => {
    const packedLink = await writeLink(state);
    vi.stubGlobal('DecompressionStream', undefined);
    await expect(readLink(packedLink)).rejects.toThrow('this browser is too old');
  });
});

test.each([
  [
    'deeper than any value',
    `{"scenario":"a.json","changes":{"x":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
  ],
  [
    'with a prototype deep inside',
    '{"scenario":"a.json","changes":{"x":{"value":{"__proto__":{}}}}}',
  ],
  ['with a constructor', '{"scenario":"a.json","changes":{"constructor":1}}'],
  ['with a hash that is none', '{"scenario":"a.json","changes":{},"result":"<b>"}'],
])('a link %s is refused, packed or plain', async (_, text) => {
  await expect(readLink(await packed(text))).rejects.toThrow('this link is not complete');
  const plain = `1p.${Buffer.from(text).toString('base64url')}`;
  await expect(readLink(plain)).rejects.toThrow('this link is not complete');
});

test('whatever is done to a link, it is read as a state or refused in plain words', async () => {
  const links = [
    await writeLink(state),
    `1p.${Buffer.from(JSON.stringify(state)).toString('base64url')}`,
  ];
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%#<';
  const damage = fc.record({
    link: fc.constantFrom(...links),
    at: fc.nat({ max: 300 }),
    cut: fc.nat({ max: 4 }),
    put: fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, cut, link, put }) => {
      const place = at % link.length;
      const damaged = link.slice(0, place) + put + link.slice(place + cut);
      try {
        const read = await readLink(damaged);
        if (read === null) return;
        expect(read.scenario).toMatch(/^[\w-]+\.json$/);
        expect(Object.keys(read.changes).every((name) => /^\w+$/.test(name))).toBe(true);
      } catch (error) {
        expect((error as Error).message).toMatch(
          /^this link (is not complete|was made by another)/,
        );
      }
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('a scenario whose changes went through a link gives the same result hash', async () => {
  const share = fc.double({ min: 0.01, max: 0.9, noNaN: true });
  const money = fc.double({ min: 1000, max: 1e7, noNaN: true });
  const changes = fc.record(
    {
      auditCost: money,
      trustDrop: fc.record({
        p10: share.map((each) => each / 3),
        p90: share.map((each) => 0.4 + each / 3),
      }),
      upgradeCost: fc.record({ 'pipl-only': money, 'pdpo-only': money, dual: money }),
      fineAmount: money.map((max) => ({ dist: 'pert', min: 0, mode: max / 4, max })),
      monitoringCost: money.map((each) => ({
        value: { 'pipl-only': each, 'pdpo-only': 2 * each, dual: each / 3 },
        times: { dist: 'triangular', min: 0.8, mode: 1, max: 1.2 },
      })),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(changes, async (given) => {
      const sent = { scenario: 'published.json', changes: given } as SharedState;
      const received = await readLink(await writeLink(sent));
      expect(hashWith(received?.changes ?? {})).toBe(hashWith(sent.changes));
    }),
    { seed: 5, numRuns: 12 },
  );
});

function hashWith(inputs: SharedState['changes']): string {
  const { issues, prepared } = prepare({
    parse: parseFormula,
    file: 'scenarios/published.json',
    read: (path) => readFileSync(path, 'utf8'),
    findModel: () => ({
      file: 'models/compliance-tco.json',
      source: readFileSync('models/compliance-tco.json', 'utf8'),
    }),
    changes: { inputs },
    run: { trials: 512 },
  });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return calculate(prepared, { claims: {} }).manifest.resultHash;
}
