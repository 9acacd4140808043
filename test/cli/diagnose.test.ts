import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import register from '../../models/evidence.json';
import type { LawResult } from '../../src/schema/law-result.ts';
import type { ClaimResult } from '../../src/schema/result.ts';
import { folderWith, tandem } from './tandem.ts';

const retailer = 'scenarios/retailer.json';

describe('tandem diagnose', () => {
  const { code, out } = tandem(['diagnose', retailer]);
  it('tells what applies, duties with article and date, gaps and what the law sets', () => {
    expect(code).toBe(0);
    for (const part of [
      'Retailer, 40 shops: the law on 1 November 2026',
      'not legal advice',
      'PIPL applies: it is handled outside the mainland',
      'PDPO applies: the company decides on this data in or from Hong Kong. (R1)',
      'PDPO only: Not lawful: leaves out PIPL Art. 3 para. 2 (1)',
      '3. Member discounts pushed to Shenzhen: Hong Kong > Shenzhen',
      'Law: PIPL by R3, PDPO by R1',
      'R6 PIPL: Set up a body or name a representative in the mainland',
      'PIPL Art. 53, in force since 1 November 2021',
      'Where the laws differ (12)',
      'Emergency remediations a year',
    ])
      expect(out).toContain(part);
  });
  it('says why, down to what the file says', () => {
    const { out: why } = tandem(['diagnose', retailer, '--why', 'R6']);
    expect(why).toContain('R6: Representative in the mainland - holds');
    expect(why).toContain('Goods or services aimed at people in the mainland [R3]: yes');
    expect(tandem(['diagnose', retailer, '--why', 'programmeCost']).out).toContain(
      'plus 60,000  R6: Representative in the mainland (establishedInMainland',
    );
  });
  it('knows what was probably meant', () => {
    const { code: wrong, err } = tandem(['diagnose', retailer, '--why', 'programCost']);
    expect(wrong).toBe(2);
    expect(err).toContain('did you mean "programmeCost"?');
  });
  it('gives the same as JSON', () => {
    const { law } = JSON.parse(tandem(['diagnose', retailer, '--format', 'json']).out) as {
      law: LawResult;
    };
    expect(law.flows.map(({ mechanism }) => mechanism.rule)).toEqual(['R5', 'R17', '', 'R5']);
  });
  it('reads an inventory from a spreadsheet in place of that of the scenario', () => {
    const { out: other } = tandem([
      'diagnose',
      retailer,
      '--flows',
      'scenarios/flows-template.csv',
    ]);
    expect(other).toContain('2. Discounts pushed to Shenzhen: Hong Kong > Shenzhen');
  });
  it('names row and column of a broken inventory', () => {
    const broken = readFileSync('scenarios/flows-template.csv', 'utf8').replace(
      ',shenzhen,',
      ',shenzen,',
    );
    const folder = folderWith({ 'flows.csv': broken });
    const { code: wrong, err } = tandem([
      'diagnose',
      retailer,
      '--flows',
      join(folder, 'flows.csv'),
    ]);
    expect(wrong).toBe(1);
    expect(err).toMatch(
      /flows\.csv:3:\d+ .*row 3, column "to": "shenzen".*did you mean "shenzhen"/,
    );
  });
  it('reads an inventory in the words and the encoding of others, and says what it took for what', () => {
    const consultant = [
      'diagnose',
      retailer,
      '--flows',
      'test/fixtures/flows/consultants-words.csv',
    ];
    const { code, err, out } = tandem(consultant);
    expect(code).toBe(0);
    expect(out).toContain('1. Loyalty app: Elsewhere in the mainland > Hong Kong');
    expect(err).toContain('column "subjects": "Clients" is taken for "customers"');
    expect(tandem([...consultant, '--quiet']).err).toBe('');
    const big5 = tandem(['diagnose', retailer, '--flows', 'test/fixtures/flows/big5.csv']);
    expect(big5.out).toContain('1. 會員（香港）: Hong Kong');
    expect(big5.err).toContain('the file is read as Big5');
  });
  it('tells an old workbook to be saved as CSV or .xlsx, and speaks of no scenario', () => {
    const { code, err } = tandem([
      'diagnose',
      retailer,
      '--flows',
      'test/fixtures/flows/old-xls-as-flows.xls',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('save the sheet as "CSV UTF-8" or as .xlsx');
    expect(err).not.toContain('scenario');
  });
  it('says what a scenario lacks that has no profile', () => {
    const folder = folderWith({ 's.json': { model: 'compliance-tco', name: 'x' } });
    const { code: wrong, err } = tandem(['diagnose', join(folder, 's.json')]);
    expect(wrong).toBe(1);
    expect(err).toContain('there is nothing to diagnose');
  });
});

test('tandem claims tells the class and verdict of every claim, and flags what law or arithmetic contradicts', () => {
  const words = ['claims', 'scenarios/published.json', '--trials', '2000'];
  const { claims } = JSON.parse(tandem([...words, '--format', 'json']).out) as {
    claims: ClaimResult[];
  };
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  expect([...known.keys()]).toEqual(Object.keys(register.claims));
  for (const claim of claims) {
    expect(['empirical', 'law', 'case', 'assumption', 'banner']).toContain(claim.kind);
    expect(claim.verdict).not.toBe('');
  }
  expect(known.get('C14')).toMatchObject({ kind: 'law', verdict: 'wrong' });
  expect(known.get('C14')!.why).toContain('Article 66');
  expect(known.get('C10')).toMatchObject({ kind: 'law', verdict: 'wrong' });
  expect(known.get('C10')!.why).toContain('Article 52');
  expect(known.get('C1')).toMatchObject({ kind: 'empirical', verdict: 'contradicted' });
  expect(known.get('C1')!.why).toContain('section 50A');
  expect(known.get('C25')).toMatchObject({ kind: 'banner', verdict: 'inconsistent' });
  expect(known.get('C25')!.why).toContain('(6.8 - 3.9) / 6.8 = 42.6 %');
  const { out } = tandem(words);
  const flagged = /^! Of (\d+) published claims (\d+) do not hold as they stand: ([^]+?)\n\n/m.exec(
    out,
  );
  const ids = flagged?.[3]?.split(/,\s+/) ?? [];
  expect(flagged?.slice(1, 3).map(Number)).toEqual([known.size, ids.length]);
  expect(ids).toEqual(expect.arrayContaining(['C1', 'C5', 'C10', 'C14', 'C25', 'C27']));
  for (const id of known.keys())
    expect(/! /.test(new RegExp(`^${id} *(! |  )`, 'm').exec(out)?.[0] ?? ''), id).toBe(
      ids.includes(id),
    );
  expect(out).toContain('By PIPL Art. 3 para. 1, Art. 4, since 1 November 2021 (R2)');
  expect(out).toContain('PDPO s. 33, never in force');
  expect(tandem([...words, '--format', 'csv']).out).toMatch(/^C14,law,.*PIPL Art\. 66 para\. 2/m);
});
