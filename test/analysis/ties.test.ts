import { describe, expect, test } from 'vitest';
import { choiceMap } from '../../src/analysis/choice-map.ts';
import { cheapestOf, differenceOf } from '../../src/analysis/compare.ts';
import { decide } from '../../src/analysis/decide.ts';
import { dominanceOf } from '../../src/analysis/risk.ts';
import { headline } from '../../src/present/headline.ts';
import { postureCards } from '../../src/present/posture-cards.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepareFixture } from '../helpers/prepare-fixture.ts';

const always = () => Promise.resolve(true);
const postures = ['pipl-only', 'pdpo-only', 'dual'];
const third = (found: number | undefined) => expect(found).toBeCloseTo(1 / 3, 12);

function fixture(name: string) {
  const { issues, prepared } = prepareFixture(`test/fixtures/ties/${name}.json`, { trials: 4096 });
  if (prepared === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return { prepared, result: calculate(prepared, { claims: {} }) };
}

/*
 * rounding: 300,000 + 0, 100,000 + 200,000 and 300,000 yuan, that is 1,635,000.0000000002 dollars in
 * five years against 1,635,000. certain: the same 100,000 dollars a year. uncertain: the published
 * case with the same values under each posture, events and all.
 */
describe.each([
  ['rounding', 'HK$1.64 M'],
  ['certain', 'HK$500 k'],
  ['uncertain', 'HK$'],
])('three postures that cost the same (%s)', (name, cost) => {
  const { prepared, result } = fixture(name);

  test('are each cheapest in a third of the futures', () => {
    for (const id of postures) third(result.cheapest[id]);
    expect(Object.values(result.cheapest).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  test('save nothing against each other, not the last digit of a sum', () => {
    for (const saving of Object.values(result.saving)) {
      const { max, mean, min, probabilityPositive, sd } = saving;
      expect({ max, mean, min, probabilityPositive, sd }).toEqual({
        max: 0,
        mean: 0,
        min: 0,
        probabilityPositive: 0,
        sd: 0,
      });
    }
  });

  test('are told to cost the same, the first of them first', () => {
    expect(result.answer).toMatchObject({
      because: 'same-cost',
      option: 'pipl-only',
      tied: postures,
    });
    const { detail, sentence } = headline(result);
    expect(sentence.replaceAll('\u00a0', ' ')).toContain(
      `PIPL only, PDPO only and Dual cost the same: ${cost}`,
    );
    expect(detail).toBe('');
    const chances = postureCards(result, hongKongDollars, null).map(
      ({ facts }) => facts.find(({ label }) => label === 'Costs least in')?.text,
    );
    expect(chances).toEqual(['33.3 of 100', '33.3 of 100', '33.3 of 100']);
  });

  test('leave nothing to be known, to be regretted or to be chosen by', async () => {
    const decision = await decide(prepared.compiled, prepared.identity, always);
    expect(decision?.best).toBe('pipl-only');
    expect(decision?.everything).toMatchObject({ value: 0, error: 0 });
    expect(decision?.risk.dominance).toEqual([]);
    expect(decision?.risk.aversion.ties).toEqual([]);
    for (const regret of Object.values(decision!.risk.regret))
      expect(regret).toEqual({ mean: 0, error: 0, p90: 0, largest: 0 });
    for (const figure of decision!.figures)
      if (figure.kind === 'wins') {
        third(figure.mean);
        expect(figure.variance).toBeCloseTo(0, 12);
      }
  });

  test('tie all over a map of what to choose', async () => {
    const map = await choiceMap(
      prepared.compiled.source,
      { axes: [{ input: 'auditCost', from: 0, to: 100_000, steps: 3 }] },
      always,
    );
    expect(map?.best).toEqual(['pipl-only', 'pipl-only', 'pipl-only']);
    expect(map?.leads).toEqual([0, 0, 0]);
    for (const id of postures) map?.chances[id]?.forEach(third);
  });
});

describe('what differs by more than rounding is no tie', () => {
  const replication = { sampling: 'random', offsets: [0, 2] } as const;
  const costs = (b: number) => ({
    a: Float64Array.of(1_000_000, 1_000_000),
    b: Float64Array.of(b, b),
  });
  test.each([
    [1_000_000.01, 1, 0],
    [999_999.99, 0, 1],
    [1_000_000.0005, 0.5, 0.5],
    [999_999.9999999999, 0.5, 0.5],
  ])('a million and %d', (b, first, second) => {
    const both = costs(b);
    expect(cheapestOf(both, replication).probabilities).toEqual({ a: first, b: second });
    expect(differenceOf(both.b, both.a)[0] === 0).toBe(first === second);
    expect(dominanceOf(['a', 'b'], Object.values(both)).length).toBe(first === second ? 0 : 1);
  });
  test('and neither are costs below nothing', () => {
    const both = { a: Float64Array.of(-5, 0), b: Float64Array.of(-6, 0) };
    expect(cheapestOf(both, replication).probabilities).toEqual({ a: 0.25, b: 0.75 });
  });
});
