import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { hashOf } from '../../src/analysis/canonical-json.ts';
import { headline } from '../../src/present/headline.ts';
import { fileOf, prepareScenario, run } from './ask-scenario.ts';

const fixture = (name: string) => JSON.parse(readFileSync(`test/fixtures/${name}.json`, 'utf8'));

/** A wealth manager with clients on both sides whose data a vendor in Hangzhou keeps. */
const wealthManager = fixture('wealth-manager');

describe('a wealth manager to whom both laws apply', () => {
  const result = run(wealthManager, 4096);

  it('is answered with a lawful posture, though another one costs less', () => {
    const mean = (id: string) => result.outputs['tco']![id]!.mean;
    expect(mean('pdpo-only')).toBeLessThan(mean('dual'));
    expect(result.answer).toMatchObject({ option: 'dual', because: 'only-lawful', rival: null });
    expect(headline(result).sentence).toMatch(/^Dual is the only option that keeps every law/);
  });
  it('is told which article the cheaper posture leaves out', () => {
    expect(result.law!.postures['pdpo-only']).toMatchObject({
      status: 'leaves out a law',
      leavesOut: [{ regime: 'pipl', rule: 'R2', article: 'PIPL Art. 3 para. 1' }],
    });
    expect(headline(result).detail).toContain('PDPO only (leaves out PIPL Art. 3 para. 1)');
  });

  describe('with a posture that keeps all data in Hong Kong and leaves the mainland', () => {
    const home = run(
      {
        ...wealthManager,
        postures: {
          home: {
            label: 'All in Hong Kong',
            like: 'dual',
            keeps: ['pdpo'],
            facts: {
              company: {
                targetsMainland: false,
                mainlandProcessing: false,
                accountCountryCode: '+852',
              },
              flows: {
                '*': { processor: null, processorPlace: null },
                'Clients in the mainland': null,
              },
            },
          },
        },
      },
      4096,
    );
    const derived = (input: string) =>
      home.law!.derived.find((each) => each.input === input)!.values as Record<string, number>;

    it('has PIPL fall away under it, and under no other posture', () => {
      expect(home.law!.postures['home']).toMatchObject({ status: 'lawful', meets: ['pdpo'] });
      expect(
        home.law!.postures['home']!.own!.regimes.map(({ applies, id }) => [id, applies]),
      ).toEqual([
        ['pipl', false],
        ['pdpo', true],
      ]);
      expect(home.law!.postures['dual']).toMatchObject({ meets: ['pipl', 'pdpo'], own: null });
    });
    it('is priced by its own duties: no audit, no filing, no representative of PIPL', () => {
      expect(derived('auditsPerYear')['home']).toBe(0);
      expect(derived('filingsPerYear')['home']).toBe(0);
      expect(derived('programmeCost')['home']).toBeLessThan(derived('programmeCost')['dual']!);
      expect(home.law!.postures['home']!.own!.duties.every(({ regime }) => regime === 'pdpo')).toBe(
        true,
      );
    });
    it('is the answer where it costs less than to comply with both', () => {
      expect(home.answer).toMatchObject({ option: 'home', rival: 'dual', because: 'lowest-cost' });
      expect(home.lead.of).toBe('home');
    });
  });
});

test('a change under a posture that names no flow is refused with what is there', () => {
  const { issues } = prepareScenario({
    ...wealthManager,
    postures: {
      home: {
        label: 'Home',
        like: 'dual',
        keeps: ['pdpo'],
        facts: { flows: { 'Clients in HongKong': {} } },
      },
    },
  });
  expect(issues).toMatchObject([{ pointer: '/postures/home/facts/flows/Clients in HongKong' }]);
  expect(issues[0]!.message).toContain('did you mean "Clients in Hong Kong"');
});

test('a law that there is not is refused with those that there are', () => {
  const { issues } = prepareScenario({
    ...wealthManager,
    postures: { home: { label: 'Home', like: 'dual', keeps: ['pipll'] } },
  });
  expect(issues[0]).toMatchObject({ pointer: '/postures/home/keeps/0' });
  expect(issues[0]!.message).toContain('pipl');
});

test('an empty company: no law is said not to apply, and the questions are named', () => {
  const { law, answer } = run({ model: 'compliance-tco', name: 'Empty', company: {} }, 1024);
  expect(law!.regimes.map(({ status }) => status)).toEqual(['not known', 'not known']);
  for (const { open } of law!.regimes)
    expect(law!.questions.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(open));
  expect(law!.questions[0]).toMatchObject({ number: 1, ask: 'where the company is established' });
  expect(law!.coverage).toMatchObject({ from: 0, to: 1 });
  expect(answer).toMatchObject({ option: null, because: 'law-not-known' });
});

test.each(['retailer', 'bank', 'multinational', 'small-firm', 'statute'])(
  '%s has lawful ways of its own beside the postures of the model',
  (name) => {
    const { answer, law } = run(name, 1024);
    const own = Object.keys(fileOf(name).postures);
    expect(own.length).toBeGreaterThanOrEqual(1);
    for (const id of own) expect(law!.postures[id], id).toMatchObject({ status: 'lawful' });
    expect(law!.postures[answer.option!]!.status).toBe('lawful');
  },
);

test('the cost figures of the published comparison are what they were before the law was read anew', () => {
  // By points that no change of the nets moves.
  const published = { ...fileOf('published'), run: { sampling: 'random' } };
  const { byYear, components, events, lines, outputs } = run(published, 4096);
  expect(hashOf(withoutNothing({ byYear, components, events, lines, outputs }))).toBe(
    'd5b396f6c8e2e5267d42ec581e82b69cc031194981eec54763812ab3d3c3457d',
  );
});

/** Figures without what comes to nothing: lines and events that the model has got since cost 0 there. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, each]) => {
    const isNothing = each === 0 || (typeof each === 'object' && each !== null && each.mean === 0);
    return isNothing ? [] : [[key, withoutNothing(each)]];
  });
  return Object.fromEntries(entries);
}
