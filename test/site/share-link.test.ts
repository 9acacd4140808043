import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLink, writeLink } from '../../src/site/share-link.ts';

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
