import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFlowsCsv } from '../../src/schema/read-flows-csv.ts';
import { prepareFixture } from '../helpers/prepare-fixture.ts';

const flow = {
  name: 'Members',
  data: ['name'],
  purpose: 'membership',
  subjects: 'customers',
  subjectsIn: 'mainland',
  people: 100,
  from: 'shenzhen',
  to: 'hong-kong',
};

/** What `tandem validate` says of a published case whose company or flows are changed. */
function toldOf(changes: object): readonly string[] {
  const text = JSON.stringify({ extends: './published.json', name: 'Changed', ...changes });
  const { issues } = prepareFixture('scenarios/changed.json', {}, text);
  return issues.map(({ line, message, pointer }) => `${line} ${pointer}: ${message}`);
}

describe('counts that are more than what they are part of are refused, not cut off', () => {
  test.each([
    [{ sensitivePeople: 5000 }, 'sensitivePeople', 5000, 'people', 100],
    [{ minors: 101 }, 'minors', 101, 'people', 100],
    [{ under18: 9000 }, 'under18', 9000, 'people', 100],
    [{ under18: 20, minors: 30 }, 'minors', 30, 'under18', 20],
  ])('%j of 100 people', (counts, part, own, whole, all) => {
    expect(toldOf({ flows: [flow, { ...flow, name: 'Other', ...counts }] })).toEqual([
      `1 /flows/1/${part}: "${part}" is ${own}; it is part of "${whole}", which is ${all}, and cannot be more`,
    ]);
  });

  test('all of them may be', () => {
    expect(
      toldOf({ flows: [{ ...flow, sensitivePeople: 100, minors: 100, under18: 100 }] }),
    ).toEqual([]);
  });

  test('also of a company and of an incident', () => {
    expect(
      toldOf({
        company: {
          people: { mainland: { minors: 30, under18: 20 } },
          incident: { people: 5, sensitive: 6 },
        },
      }),
    ).toEqual([
      '1 /company/people/mainland/minors: "minors" is 30; it is part of "under18", which is 20, and cannot be more',
      '1 /company/incident/sensitive: "sensitive" is 6; it is part of "people", which is 5, and cannot be more',
    ]);
  });

  test('at the row and column of a CSV file', () => {
    const file = 'test/fixtures/sensitive-exceeds-people.csv';
    const { flows, issues } = readFlowsCsv(readFileSync(file), file);
    expect(flows).toBeNull();
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ line: 2, column: 49, pointer: '/flows/0/sensitivePeople' });
    expect(issues[0]?.message).toMatch(/^row 2, column "sensitivePeople": .*part of "people"/);
  });
});

describe('more people than there are', () => {
  test.each([
    [{ flows: [{ ...flow, people: 8_000_000_001 }] }, '/flows/0/people', '"people" is 8000000001'],
    [
      { company: { people: { mainland: { ordinary: 1e20 } } } },
      '/company/people/mainland/ordinary',
      '"ordinary" is 100000000000000000000',
    ],
    [
      { company: { staff: { hongKong: 1e10 } } },
      '/company/staff/hongKong',
      '"hongKong" is 10000000000',
    ],
  ])('are refused: %j', (changes, pointer, what) => {
    expect(toldOf(changes)).toEqual([
      `1 ${pointer}: ${what}; there are not so many people: at most 8,000,000,000`,
    ]);
  });
  test('and all that there are are not', () => {
    expect(toldOf({ flows: [{ ...flow, people: 8_000_000_000 }] })).toEqual([]);
  });
});
