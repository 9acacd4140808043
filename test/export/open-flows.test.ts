import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import type { WriteSheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openFlows } from '../../src/export/open-flows.ts';
import { formatIssue } from '../../src/schema/issue.ts';

const head = [
  'Processing activity',
  'Data',
  'Purpose',
  'Subjects',
  'Subjects in',
  'People',
  'From',
  'To',
];
const row = (people: string | number) => [
  'Members',
  'Name\nEmail',
  'Membership',
  'Clients',
  '香港',
  people,
  'HK',
  'PRC',
];
const workbook = (...sheets: readonly WriteSheet[]) => writeXlsx({ sheets: [...sheets] });
async function open(bytes: Uint8Array) {
  const { flows, issues } = await openFlows(bytes, 'ropa.xlsx');
  return { flows, said: issues.map(formatIssue) };
}

describe('a list of flows in a workbook', () => {
  it('is read from the first sheet whose header names its columns, with titles above it', async () => {
    const bytes = await workbook(
      {
        name: 'Cover',
        rows: [
          ['Record of processing', null],
          ['Name', 'Shop Ltd'],
        ],
      },
      { name: 'ROPA', rows: [['Data inventory 2026'], [], head, row(24_000)] },
      { name: 'Other', rows: [head, row(1)] },
    );
    const { flows, said } = await open(bytes);
    expect(flows).toEqual([
      {
        name: 'Members',
        data: ['name', 'contact'],
        purpose: 'membership',
        subjects: 'customers',
        subjectsIn: 'hong-kong',
        people: 24_000,
        from: 'hong-kong',
        to: 'mainland',
      },
    ]);
    expect(said).toContain('ropa.xlsx:1:1: warning: the sheet "ROPA" is read');
    expect(said).toContain('ropa.xlsx:4:7: warning: column "from": "HK" is taken for "hong-kong"');
  });

  it('tells faults with the row and the column of the sheet', async () => {
    const bytes = await workbook({
      name: 'ROPA',
      rows: [['Title'], [], head, row(5), row('24.000')],
    });
    const { flows, said } = await open(bytes);
    expect(flows).toBeNull();
    expect(said).toContain(
      'ropa.xlsx:5:6 /flows/1/people: row 5, column "people": "people" is "24.000", which can be 24000 or 24; write 24000 or 24',
    );
  });

  it('takes a number that is stored as one, and no fraction of a person', async () => {
    const { said } = await open(await workbook({ name: 'ROPA', rows: [head, row(24.5)] }));
    expect(said[0]).toContain('"people" is "24.5", which is 24.5; it must be a whole number');
  });

  it('names the sheets of a workbook that holds no list, such as a result of Tandem', async () => {
    const bytes = await workbook(
      {
        name: 'Summary',
        rows: [
          ['Cost', 'Mean'],
          ['Dual', 1],
        ],
      },
      { name: 'Cash flow', rows: [['Year', 1]] },
    );
    expect(await open(bytes)).toEqual({
      flows: null,
      said: [
        'ropa.xlsx:1:1: no sheet of this workbook has a header with columns of a list of flows, such as name, data, purpose and people; its sheets are "Summary", "Cash flow"',
      ],
    });
  });

  it('passes over sheets that are hidden', async () => {
    const bytes = await workbook(
      { name: 'Old', hidden: true, rows: [head, row(1)] },
      { name: 'New', rows: [head, row(2)] },
    );
    expect((await open(bytes)).flows?.map(({ people }) => people)).toEqual([2]);
  });
});

describe('a file of another kind is told what to do with it, and never called a scenario', () => {
  const zip = Buffer.from('PK\u0003\u0004 and nothing else', 'latin1');
  const bomb = (() => {
    // An entry of the directory of an archive that says it unpacks to 4 GB.
    const entry = Buffer.alloc(64);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(0xffffffff, 24);
    return Buffer.concat([zip, entry]);
  })();
  it.each<[string, Uint8Array, string]>([
    [
      'an old workbook',
      readFileSync('test/fixtures/flows/old-xls-as-flows.xls'),
      'this is a file of an old Excel or Word, such as .xls; save the sheet as "CSV UTF-8" or as .xlsx',
    ],
    [
      'a PDF',
      Buffer.from('%PDF-1.7\n'),
      'this is a PDF; save the sheet as "CSV UTF-8" or as .xlsx',
    ],
    [
      'a zip archive',
      zip,
      'this is no workbook that can be read; save the sheet as "CSV UTF-8" or as .xlsx',
    ],
    [
      'an archive that unpacks to 4 GB',
      bomb,
      'the workbook unpacks to more than 100 MB; keep the sheet with the flows alone',
    ],
    [
      'a scenario',
      Buffer.from('{ "flows": [] }'),
      'this is JSON; a list of flows is a table (CSV or .xlsx). Open a scenario as such',
    ],
    [
      'nothing that is text',
      Buffer.from([0x41, 0xff, 0xff, 0x0a]),
      'from here on this is neither UTF-8 nor GB18030 nor Big5; save the sheet as "CSV UTF-8" or as .xlsx',
    ],
  ])('%s', async (_, bytes, message) => {
    const { flows, said } = await open(bytes);
    expect(flows).toBeNull();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
  });
});
