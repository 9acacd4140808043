import fc from 'fast-check';

/** Texts with pieces cut out, put in, doubled and swapped; `words` are what is likely to matter. */
export function mutatedText(
  texts: readonly string[],
  words: readonly string[],
): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
    put: fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...words),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      extremeNumber,
    ),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 5 }))
    .map(([text, edits]) =>
      edits.reduce((whole, { at, cut, put }) => {
        const from = Math.floor(at * whole.length);
        return whole.slice(0, from) + put + whole.slice(from + cut);
      }, text),
    );
}

/** Numerals at the edges of what can be computed, and of what people mean. */
export const extremeNumber: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '1',
    '-1',
    '0.5',
    '2',
    '1e-5',
    '0.999999',
    '100',
    '1e308',
    '-1e308',
    '5e-324',
    '1e17',
    '1e30',
    '9007199254740993',
    '4294967296',
    '1e999',
    '1e-999',
    '1e15',
    '-1e200',
  ),
  fc.integer({ min: -1000, max: 100_000 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -320, max: 310 }))
    .map(([a, e]) => `${a}e${e}`),
);

/** A JSON text with some of its values put in place of others, so that it stays JSON. */
export function mutatedJson(
  values: readonly object[],
  put: fc.Arbitrary<unknown>,
): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...values),
      fc.array(fc.tuple(fc.nat(), put, fc.constantFrom('set', 'set', 'drop', 'twin')), {
        maxLength: 4,
      }),
    )
    .map(([value, edits]) => {
      const whole = structuredClone(value);
      for (const [pick, what, how] of edits) {
        const places = placesOf(whole);
        const [owner, key] = places[pick % places.length] ?? [];
        if (owner === undefined || key === undefined) continue;
        if (how === 'drop') delete owner[key];
        else if (how === 'twin')
          owner[key] = structuredClone(places[(pick * 7 + 3) % places.length]?.[0]);
        else owner[key] = what;
      }
      return JSON.stringify(whole, null, 1);
    });
}

type Owner = Record<string, unknown>;

function placesOf(value: unknown, found: [Owner, string][] = []): [Owner, string][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    found.push([value as Owner, key]);
    placesOf(member, found);
  }
  return found;
}
