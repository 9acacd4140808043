import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checklistHtml } from '../../../src/export/papers/checklist.ts';
import { memoHtml } from '../../../src/export/papers/memo.ts';
import { isMemoFile, memoFile, papersOf } from '../../../src/export/papers/papers.ts';
import type { PapersParts } from '../../../src/export/papers/papers-parts.ts';
import { hasMemo, transfersOf } from '../../../src/export/papers/transfers.ts';
import type { Transfer } from '../../../src/export/papers/transfers.ts';
import { registerCsv } from '../../../src/export/papers/register.ts';
import { regionsOfPlaces } from '../../../src/present/regions-of-places.ts';
import { regimeFiles } from '../../../src/runner/regime-files.ts';
import { readCsv } from '../read-csv.ts';
import { answeredCompany, exportFlow, ownCase, papersCase } from './papers-case.ts';

const regionOf = regionsOfPlaces(regimeFiles);
const bank = papersCase('scenarios/bank.json');
const retailer = papersCase('scenarios/retailer.json');

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<(style|title)>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** A flow before the law that was asked of transfers. */
const transferOf = ({ law }: PapersParts, name: string): Transfer =>
  transfersOf(law).find(({ flow }) => flow.name === name)!;

const memoOf = (parts: PapersParts, name: string): string =>
  wordsOf(memoHtml(parts, transferOf(parts, name)));

const registerRows = (parts: PapersParts): readonly Readonly<Record<string, string>>[] => {
  const [head = [], ...rows] = readCsv(registerCsv(parts).slice(1)).filter((row) => row.length > 1);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
};

describe.each([
  ['bank', bank],
  ['retailer', retailer],
])('the papers of the %s', (_, parts) => {
  test.each(papersOf(parts, regionOf).map(({ file, text }) => [file, text] as const))(
    '%s names the case, the law date, until when the law is known, and that it is no advice',
    (file, text) => {
      // A picture and a calendar break lines where a reader would not.
      const plain = wordsOf(text).replaceAll('\\', '').replaceAll(/\s/g, '');
      const has = (words: string) => expect(plain, file).toContain(words.replaceAll(/\s/g, ''));
      has(parts.scenario.name);
      has(parts.scenario.hash.slice(0, 16));
      has('not legal advice');
      has('30 November 2026');
      expect(plain).toMatch(/2026-11-01|1November2026/);
    },
  );
  it('are a map, a register, a checklist, a calendar, and a memo for each flow that is free', () => {
    const free = transfersOf(parts.law).filter(hasMemo);
    expect(papersOf(parts, regionOf).map(({ file }) => file.replace(/^memo-.*/, 'memo'))).toEqual([
      'map.svg',
      'register.csv',
      'checklist.html',
      'deadlines.ics',
      ...free.map(() => 'memo'),
    ]);
    expect(free.length).toBeGreaterThan(0);
  });
  it('need nothing else to be read: no script, nothing fetched', () => {
    for (const { file, text } of papersOf(parts, regionOf))
      if (file.endsWith('.html')) {
        expect(text).toContain("default-src 'none'");
        expect(text).not.toMatch(/<script|<link|<img|\son[a-z]+=|\ssrc=|\sstyle=/i);
      }
  });
});

describe('the memo on a flow that needs no mechanism', () => {
  it('has the facts, the article and its words, why each condition holds, what stays due, and room to sign', () => {
    const memo = memoOf(bank, 'Remittances');
    expect(memo).toContain('\u201cRemittances\u201d: no transfer mechanism is needed under PIPL');
    expect(memo).toContain('Here: export needed for a contract with the person.');
    expect(memo).toContain('Number of people 70,000');
    expect(memo).toContain('\u8de8\u5883\u6c47\u6b3e');
    expect(memo).toContain('2024 Provisions Art. 5 (1)');
    expect(memo).toContain('Leaves the mainland yes');
    expect(memo).toContain('Legal basis contract given');
    expect(memo).toContain('Assess the impact before the handling begins');
    expect(memo).toContain('It is for Bank to decide');
    expect(memo).toMatch(/Prepared by, date.*Checked by \(law\), date.*Decided by, position, date/);
  });
  it('cites the words of the exemption that is used, and those of no other', () => {
    const staff = memoOf(bank, 'Mainland staff');
    expect(staff).toContain('\u96c6\u4f53\u5408\u540c');
    expect(staff).not.toContain('\u8de8\u5883\u6c47\u6b3e');
  });
  it('says of a flow through the mainland that nothing of it is added there', () => {
    const cards = memoOf(bank, 'Card processing in Guangzhou');
    expect(cards).toContain('2024 Provisions Art. 4');
    expect(cards).toContain('\u6ca1\u6709\u5f15\u5165\u5883\u5185\u4e2a\u4eba\u4fe1\u606f');
    expect(cards).toContain(`${bank.law.names['addsMainlandData']?.label} no`);
  });
  it('says how far the numbers are where they are the reason, by the words of the law', () => {
    const few = ownCase([exportFlow]);
    expect(few.law.flows[0]?.mechanism.id).toBe('none-few');
    const memo = memoOf(few, exportFlow.name);
    expect(memo).toContain('50,000 from 100,000');
    expect(memo).toContain('\u4e0d\u6ee110\u4e07\u4eba');
    expect(memo).toContain('they count from 1 January of each year');
  });
  it('rests on no silence: what the file does not say is named', () => {
    const { exportNecessary: _, ...unsaid } = exportFlow;
    const paid = { ...unsaid, purpose: 'service', legalBasis: 'contract' } as const;
    expect(memoOf(ownCase([paid]), paid.name)).toContain(
      'Not said in the file: what the export is needed for.',
    );
  });
  it('is refused of a flow that needs a mechanism, or of which that is not known', () => {
    const needs = ownCase([{ ...exportFlow, people: 100_000 }]);
    expect(needs.law.flows[0]?.mechanism.status).toBe('needed');
    expect(() => memoHtml(needs, transferOf(needs, exportFlow.name))).toThrow(RangeError);
    const { criticalInfrastructure: _, ...company } = answeredCompany;
    const open = ownCase([exportFlow], { company });
    expect(open.law.flows[0]?.mechanism.status).toBe('not known');
    expect(() => memoHtml(open, transferOf(open, exportFlow.name))).toThrow(RangeError);
    expect(papersOf(open, regionOf).some(({ file }) => isMemoFile(file))).toBe(false);
  });
});

describe('several laws', () => {
  const both = papersCase({
    model: 'compliance-tco',
    name: 'Two laws of transfers',
    asOf: '2026-11-01',
    company: {
      ...answeredCompany,
      answers: { offersToEurope: false, monitorsEurope: false, europeTakesPart: false },
    },
    flows: [exportFlow],
    law: { regimes: ['pipl', 'pdpo', 'gdpr'] },
  });
  it('have a memo each, and none says more than its own law', () => {
    const free = transfersOf(both.law).filter(hasMemo);
    expect(both.law.flows[0]?.mechanisms.map(({ regime }) => regime)).toEqual(
      expect.arrayContaining(['pipl', 'gdpr']),
    );
    for (const transfer of free) {
      const words = wordsOf(memoHtml(both, transfer));
      expect(words).toContain(`is needed under ${transfer.regime.toUpperCase()}`);
      expect(words).toContain('nor what another law asks of the transfer');
    }
    expect(free.some(({ regime }) => regime === 'pipl')).toBe(true);
  });
  it('have columns each in the register', () => {
    const [row] = registerRows(both);
    expect(Object.keys(row ?? {})).toEqual(
      expect.arrayContaining(['PIPL: transfer mechanism', 'GDPR: transfer mechanism']),
    );
  });
});

describe('the checklist', () => {
  it('says for each flow what is filed, with whom, and within which time', () => {
    const words = wordsOf(checklistHtml(bank));
    expect(words).toContain("the Guangdong CAC or Hong Kong's Digital Policy Office");
    expect(words).toContain('10 working days from the day on which the contract takes effect');
    expect(words).toContain('the CAC, through the CAC of the province where the exporter is');
    expect(words).toContain('Instead of it: CAC security assessment');
  });
  it('lists for a standard contract licence, identity, authority, undertaking, contract and assessment', () => {
    const words = wordsOf(checklistHtml(ownCase([{ ...exportFlow, people: 100_000 }])));
    for (const item of [
      'Business licence',
      'Identity document of the legal representative',
      'Letter of authority',
      'Undertaking',
      'The standard contract, signed',
      'Report of the impact assessment',
      'Instead of it: Certification',
    ])
      expect(words).toContain(item);
  });
  it('concludes nothing where an answer is lacking, and says which', () => {
    const { criticalInfrastructure: _, ...company } = answeredCompany;
    const words = wordsOf(checklistHtml(ownCase([exportFlow], { company })));
    expect(words).toContain('Of no flow it is known that its transfer needs a filing.');
    expect(words).toMatch(/Orders from Shanghai ?: Not known\. Answer question \d+/);
  });
  it('tells the times that no calendar knows', () => {
    expect(wordsOf(checklistHtml(retailer))).toContain('40 calendar days Comply with access');
  });
});

describe('the register', () => {
  it('has a row for each flow, with what the file and the law say of it', () => {
    const rows = registerRows(bank);
    expect(rows.map(({ Flow }) => Flow)).toEqual(bank.law.flows.map(({ name }) => name));
    const remittances = rows.find(({ Flow }) => Flow === 'Remittances');
    expect(remittances).toMatchObject({
      'Number of people': '70000',
      People: 'customers in the mainland',
      'Legal basis': 'contract',
      'PIPL: transfer mechanism': 'None: exempt',
      'Law of': '2026-11-01',
    });
    expect(remittances?.['PIPL']).toMatch(/^applies \(R2, PIPL Art\. 3 para\. 1\): /);
  });
  it('says of what is not known that it is not, and what to answer', () => {
    const { criticalInfrastructure: _, ...company } = answeredCompany;
    const { minors: _minors, under18: _under18, ...flow } = exportFlow;
    const [row] = registerRows(ownCase([flow], { company }));
    expect(row?.['PIPL: transfer mechanism']).toMatch(/^Not known\. Answer question \d+/);
    expect(row?.['Of them under 14']).toBe('not known, 0 to 50,000');
    expect(row?.['Of them with sensitive data']).toContain('not known');
    expect(row?.['Export needed for']).toBe('none');
  });
  it('says of flows that were made from the answers that they were', () => {
    const parts = papersCase({
      model: 'compliance-tco',
      name: 'No inventory',
      asOf: '2026-11-01',
      company: answeredCompany,
    });
    for (const row of registerRows(parts)) {
      expect(row['Known from']).not.toBe('the inventory');
      expect(row['Purpose']).toBe('not said in the file');
    }
    expect(registerRows(parts).length).toBeGreaterThan(0);
  });
});

describe('names of strangers', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'; DROP TABLE flows; --",
      '=HYPERLINK("http://example.com")',
      '@SUM(A1)',
      '-2+3',
      '\t=1+1',
      'a,"b"\r\nc',
      '</style><style>*{display:none}',
    ),
  );
  const named = (name: string): PapersParts => ({
    ...bank,
    company: { ...bank.company, name },
    flows: bank.flows?.map((flow) => ({ ...flow, name, processor: name })) ?? null,
    law: { ...bank.law, flows: bank.law.flows.map((flow) => ({ ...flow, name })) },
    scenario: { ...bank.scenario, name },
  });
  const tags = (html: string) =>
    [...html.matchAll(/<\/?[a-z][^>]*>/gi)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
  const usual = new Map(
    papersOf(named('x'), regionOf).map(({ file, text }) => [
      file.replace(/-x\.html$/, '.html'),
      tags(text),
    ]),
  );

  it('are text in every paper: they make no tag, no cell and no formula', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const parts = named(name);
        const pages = papersOf(parts, regionOf).filter(({ file }) => file.endsWith('.html'));
        const index = (file: string) => /^memo-\d+/.exec(file)?.[0] ?? file;
        for (const { file, text } of pages) {
          const own = [...usual].find(([each]) => index(each) === index(file))?.[1];
          expect(tags(text)).toEqual(own);
        }
        const rows = readCsv(registerCsv(parts).slice(1)).filter((row) => row.length > 1);
        expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
        const cells = rows.flat().filter((cell) => /^\s*[=+\-@]/.test(cell));
        expect(cells).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
  const transferNamed = (name: string, index: number): Transfer => ({
    index,
    regime: 'pipl',
    flow: { ...bank.law.flows[0]!, name },
  });
  it('make names of files of plain letters, each its own', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 12 }), (names) => {
        const files = names.map((name, index) => memoFile(transferNamed(name, index)));
        expect(new Set(files).size).toBe(names.length);
        expect(files.filter((file) => !isMemoFile(file))).toEqual([]);
      }),
    );
    expect(memoFile(transferNamed('\u4f1a\u5458', 2))).toBe('memo-03-pipl.html');
    expect(memoFile(transferNamed('../../etc/passwd', 0))).toBe('memo-01-pipl-etc-passwd.html');
  });
});
