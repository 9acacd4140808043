import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { questions } from '../../src/present/questions.ts';
import type { Company } from '../../src/schema/company.ts';
import { companySchema } from '../../src/schema/company.ts';
import { regionsOf } from '../../src/regimes/places.ts';
import { regimeFiles } from '../../src/runner/regime-files.ts';
import { placeIds } from '../../src/schema/places.ts';
import { lawOf } from '../regimes/ask-scenario.ts';

const fields = questions.flatMap((question) => question.fields);
const field = (id: string) => fields.find((each) => each.id === id)!;

test('there are ten questions, each with a reason that names rules of the law', () => {
  const { rules } = lawOf('retailer');
  expect(questions).toHaveLength(10);
  for (const { ask, rules: named, why } of questions) {
    expect(ask).toMatch(/\?$/);
    expect(why.length).toBeGreaterThan(30);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(rules).toHaveProperty(name);
  }
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
});

test('every answer is what is read afterwards, and makes a company that a file may hold', () => {
  const answers = fc.array(fc.tuple(fc.constantFrom(...fields), fc.boolean(), fc.nat(), fc.nat()), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(answers, (given) => {
      let company: Company = {};
      for (const [each, yes, count, choice] of given) {
        if (each.kind === 'yes-no') {
          company = each.write(company, yes);
          // A company that is nowhere is in Hong Kong.
          if (!each.id.startsWith('in-')) expect(each.read(company)).toBe(yes);
        } else if (each.kind === 'number') {
          company = each.write(company, yes ? count : null);
          expect(each.read(company)).toBe(yes ? count : null);
        } else {
          const { value } = each.options[choice % each.options.length]!;
          company = each.write(company, value);
          expect(each.read(company)).toBe(value);
        }
        expect(v.safeParse(companySchema, company).success).toBe(true);
      }
    }),
  );
});

test('an answer leaves all others as they are', () => {
  const before: Company = {
    places: ['shenzhen', 'singapore'],
    people: { mainland: { ordinary: 5, minors: 2 } },
    sector: 'retail',
  };
  const sensitive = field('mainland-sensitive');
  expect(sensitive.kind === 'number' && sensitive.write(before, 7)).toEqual({
    ...before,
    people: { mainland: { ordinary: 5, minors: 2, sensitive: 7 } },
  });
});

test('places that are named already stay when their group is ticked again', () => {
  const bayArea = field('in-shenzhen');
  if (bayArea.kind !== 'yes-no') throw new Error('not a yes-no question');
  expect(bayArea.write({ places: ['hong-kong', 'dongguan'] }, true).places).toEqual([
    'hong-kong',
    'dongguan',
  ]);
  expect(bayArea.write({ places: ['hong-kong', 'dongguan'] }, false).places).toEqual(['hong-kong']);
  expect(bayArea.write({ places: ['dongguan'] }, false).places).toEqual(['hong-kong']);
});

test.each(placeIds)(
  'an office in %s is asked for in the mainland only where the law says so',
  (place) => {
    const mainland = regionsOf(regimeFiles).find(({ id }) => id === 'mainland');
    const groups = [field('in-shenzhen'), field('in-mainland')];
    const ticked = groups.filter((group) => group.read({ places: [place] }) === true);
    expect(ticked).toHaveLength(mainland?.places.has(place) ? 1 : 0);
  },
);
