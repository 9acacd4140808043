import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/analysis/answer.ts';
import type { LawResult, Lawfulness } from '../../src/schema/law-result.ts';

type Law = Pick<LawResult, 'postures' | 'regimes'>;

const noError = () => 0;

/** As much of a diagnosis as an answer looks at. */
function law(statuses: Readonly<Record<string, Lawfulness['status']>>, isOpen = false): Law {
  return {
    regimes: [{ applies: isOpen ? null : true }] as LawResult['regimes'],
    postures: Object.fromEntries(
      Object.entries(statuses).map(([id, status]) => [id, { status } as Lawfulness]),
    ),
  };
}

const costs = (means: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(means).map(([id, mean]) => [id, { mean }]));

describe('the answer', () => {
  const means = { pipl: 3, pdpo: 1, dual: 2 };
  const ids = Object.keys(means);

  it('is the lawful posture of lowest expected cost, against the next lawful one', () => {
    const lawful = law({ pipl: 'lawful', pdpo: 'leaves out a law', dual: 'lawful' });
    expect(answerOf(costs(means), ids, lawful, noError)).toEqual({
      criterion: 'expected-cost',
      option: 'dual',
      rival: 'pipl',
      among: ['dual', 'pipl'],
      tied: [],
      lawfulness: 'lawful',
      because: 'lowest-cost',
    });
  });
  it('has no rival where one posture alone is lawful', () => {
    const lawful = law({ pipl: 'leaves out a law', pdpo: 'leaves out a law', dual: 'lawful' });
    expect(answerOf(costs(means), ids, lawful, noError)).toMatchObject({
      option: 'dual',
      rival: null,
      because: 'only-lawful',
    });
  });
  it('is nobody where no posture is lawful', () => {
    const none = law({
      pipl: 'leaves out a law',
      pdpo: 'leaves out a law',
      dual: 'leaves out a law',
    });
    expect(answerOf(costs(means), ids, none, noError)).toMatchObject({
      option: null,
      lawfulness: 'none lawful',
    });
  });
  it('is nobody while it is not known whether a law applies to the company', () => {
    const open = law({ pipl: 'not known', pdpo: 'not known', dual: 'lawful' }, true);
    expect(answerOf(costs(means), ids, open, noError)).toMatchObject({
      option: null,
      because: 'law-not-known',
    });
  });
  it('waits for a posture of which it is not known whether it is lawful only where that costs less', () => {
    const statuses = { pipl: 'leaves out a law', pdpo: 'not known', dual: 'lawful' } as const;
    expect(answerOf(costs(means), ids, law(statuses), noError).option).toBeNull();
    const dear = costs({ ...means, pdpo: 5 });
    expect(answerOf(dear, ids, law(statuses), noError).option).toBe('dual');
  });
  it('ranks all postures where the law was not asked, and says so', () => {
    expect(answerOf(costs(means), ids, null, noError)).toMatchObject({
      option: 'pdpo',
      rival: 'dual',
      lawfulness: 'not asked',
    });
  });
  it('calls a difference within twice its error too close', () => {
    expect(answerOf(costs(means), ids, null, () => 0.6).because).toBe('too-close');
    expect(answerOf(costs(means), ids, null, () => 0.4).because).toBe('lowest-cost');
  });
  it('names all that cost the same', () => {
    const same = costs({ pipl: 2, pdpo: 2 * (1 + 1e-12), dual: 3 });
    expect(answerOf(same, ids, null, noError)).toMatchObject({
      tied: ['pipl', 'pdpo'],
      because: 'same-cost',
    });
  });

  it('never is a posture that leaves out a law, and never costs more than another lawful one', () => {
    const statuses = fc.constantFrom('lawful', 'leaves out a law', 'not known');
    const posture = fc.record({
      mean: fc.double({ min: 0, max: 1e9, noNaN: true }),
      status: statuses,
    });
    fc.assert(
      fc.property(
        fc.array(posture, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (all, isOpen) => {
          const names = all.map((_, index) => `p${index}`);
          const given = costs(
            Object.fromEntries(all.map(({ mean }, index) => [`p${index}`, mean])),
          );
          const known = law(
            Object.fromEntries(all.map(({ status }, index) => [`p${index}`, status as 'lawful'])),
            isOpen,
          );
          const { among, option, rival } = answerOf(given, names, known, noError);
          if (option === null) return;
          expect(known.postures[option]?.status).toBe('lawful');
          if (rival !== null) expect(known.postures[rival]?.status).toBe('lawful');
          for (const id of among) expect(given[option]!.mean).toBeLessThanOrEqual(given[id]!.mean);
        },
      ),
    );
  });
});
