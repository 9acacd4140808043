import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/schema/result.ts';
import { lawOf, run } from '../regimes/ask-scenario.ts';

/** What one law finds costs by whoever does not keep it, and sometimes whoever does. */
const hongKong = ['courtFines', 'enforcementNotices', 'compensations'];
const mainland = ['fines', 'suspensions', 'compensations'];
const afterReform = ['administrativeFines', 'breachNotices'];
const added = [...new Set([...hongKong, ...mainland, ...afterReform])].filter(
  (line) => line !== 'fines',
);
const postures = ['pipl-only', 'pdpo-only', 'dual'];

const flow = {
  name: 'Members',
  data: ['name', 'contact'],
  purpose: 'membership',
  subjects: 'customers',
  subjectsIn: 'hong-kong',
  people: 20_000,
  legalBasis: 'consent',
};
/** Decides in Hong Kong; its vendor is in Hangzhou, so that both laws apply. */
const inBoth = { ...flow, from: 'hong-kong', to: 'hong-kong', processorPlace: 'hangzhou' };
const inHongKong = { ...flow, from: 'hong-kong', to: 'hong-kong' };
const inMainland = {
  ...flow,
  subjectsIn: 'mainland',
  from: 'shanghai',
  to: 'shanghai',
  controlledFrom: 'shanghai',
};

const company = {
  places: ['hong-kong'],
  sector: 'retail',
  people: {
    hongKong: { ordinary: 20_000, sensitive: 0, minors: 0, under18: 0 },
    mainland: { ordinary: 0, sensitive: 0, minors: 0, under18: 0 },
  },
  staff: { hongKong: 50, mainland: 0 },
  turnover: 120_000_000,
  criticalInfrastructure: false,
  importantData: false,
  targetsMainland: false,
  personalises: false,
  analysesBehaviour: false,
  directMarketing: 'own',
};
const client = (own: object, more: object = {}) => ({
  model: 'compliance-tco',
  name: 'A client',
  company,
  flows: [own],
  ...more,
});

const mean = (result: Result, posture: string, line: string): number =>
  result.lines[posture]?.[line]?.mean ?? NaN;

describe('what not complying costs', () => {
  test('stands under every posture, on both sides, where both laws apply', () => {
    const result = run(client(inBoth), 16_384);
    for (const line of new Set([...hongKong, ...mainland]))
      for (const posture of postures)
        expect(mean(result, posture, line), `${line} under ${posture}`).toBeGreaterThan(0);
    // Who leaves a law aside is found out more often than who keeps it.
    for (const line of ['courtFines', 'enforcementNotices'])
      expect(mean(result, 'pipl-only', line)).toBeGreaterThan(4 * mean(result, 'dual', line));
    for (const line of ['fines', 'suspensions'])
      expect(mean(result, 'pdpo-only', line)).toBeGreaterThan(4 * mean(result, 'dual', line));
  });

  test.each([
    ['the PDPO alone', inHongKong, company, mainland, hongKong],
    ['PIPL alone', inMainland, { ...company, places: ['shanghai'] }, hongKong, mainland],
  ])('comes from no law that does not apply: %s', (_, own, who, none, some) => {
    const result = run(client(own, { company: who }), 16_384);
    const onlyHere = (lines: readonly string[], others: readonly string[]) =>
      lines.filter((line) => !others.includes(line));
    for (const posture of postures) {
      for (const line of onlyHere(none, some)) expect(mean(result, posture, line), line).toBe(0);
      for (const line of some) expect(mean(result, posture, line), line).toBeGreaterThan(0);
    }
  });

  test('is the same under PIPL only and under both where the PDPO does not apply', () => {
    const { derived } = lawOf(
      client(inMainland, { company: { ...company, places: ['shanghai'] } }),
    );
    for (const name of ['fineCap', 'finePerInvestigation', 'investigationRate']) {
      const values = derived.find(({ input }) => input === name)?.values;
      expect(values?.['pipl-only'], name).toBeGreaterThan(0);
      expect(values?.['pipl-only'], name).toBe(values?.['dual']);
    }
  });

  test.each([
    ['own marketing', 'none', 500_000, 50_000],
    ['own marketing, a notice ignored twice', 'repeat', 500_000, 100_000],
  ])('is capped as the Ordinance says: %s', (_, enforcementNotice, offence, notice) => {
    const { derived } = lawOf(client(inHongKong, { company: { ...company, enforcementNotice } }));
    const caps = Object.fromEntries(derived.map(({ input, values }) => [input, values['dual']]));
    expect(caps).toMatchObject({
      offenceFineCap: offence,
      courtFineCap: notice,
    });
  });

  test('is nothing where a scenario gives its own figures, and moves none of them', () => {
    const published = run('published');
    for (const posture of postures)
      for (const line of added) expect(mean(published, posture, line), line).toBe(0);

    const more = run({
      extends: './published.json',
      name: 'With claims',
      inputs: { compensationRate: 0.1, enforcementNoticeRate: 0.1, finePerNotice: 0.5 },
    });
    for (const posture of postures) {
      expect(mean(more, posture, 'compensations')).toBeGreaterThan(0);
      expect(mean(more, posture, 'courtFines')).toBeGreaterThan(0);
      for (const line of Object.keys(published.lines[posture] ?? {}).filter(
        (each) => !added.includes(each),
      ))
        expect(more.lines[posture]?.[line], line).toEqual(published.lines[posture]?.[line]);
    }
  });
});
