import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csvCells, delimiterOf } from '../../src/schema/csv-cells.ts';
import { formatIssue } from '../../src/schema/issue.ts';
import { flowColumns } from '../../src/schema/flow-columns.ts';
import { readFlowsCsv } from '../../src/schema/read-flows-csv.ts';

const head = 'name,data,purpose,subjects,subjectsIn,people,from,to';
const read = (text: string | Uint8Array) => readFlowsCsv(text, 'flows.csv');
const problems = (text: string) => read(text).issues.map(formatIssue);

describe('an inventory of flows in a spreadsheet', () => {
  it('reads the template that comes with Tandem', () => {
    const { flows, issues } = read(readFileSync('scenarios/flows-template.csv'));
    expect(issues).toEqual([]);
    expect(flows?.map(({ name, people }) => [name, people])).toEqual([
      ['Members in Hong Kong', 180_000],
      ['Discounts pushed to Shenzhen', 24_000],
      ['Staff on the work platform', 620],
    ]);
  });
  it('has a column in the template for everything that a flow may say', () => {
    const [header = ''] = readFileSync('scenarios/flows-template.csv', 'utf8').split('\r\n');
    expect(header.split(',').toSorted()).toEqual([...flowColumns].toSorted());
  });
  it('takes words as people write them, numbers with commas, yes and no, and any order of columns', () => {
    const { flows } = read(
      'To,Name,Data,Purpose,Subjects,Subjects in,People,From,adds_mainland_data\n' +
        'Hong Kong,A,"Name; ID number",Human Resources,Staff,Hong Kong,"1,200",Shanghai,no\n',
    );
    expect(flows).toEqual([
      {
        name: 'A',
        data: ['name', 'id-number'],
        purpose: 'human-resources',
        subjects: 'staff',
        subjectsIn: 'hong-kong',
        people: 1200,
        from: 'shanghai',
        to: 'hong-kong',
        addsMainlandData: false,
      },
    ]);
  });
  it('takes semicolons between cells, where | stands between words', () => {
    const { flows } = read(
      `${head.replaceAll(',', ';')}\nA;name|contact;service;staff;mainland;5;shanghai;hong-kong\n`,
    );
    expect(flows?.[0]?.data).toEqual(['name', 'contact']);
  });
});

describe('a broken inventory is told with row and column', () => {
  test.each([
    [
      `${head}\nA,name,service,customers,mainland,12x,shanghai,hong-kong`,
      'flows.csv:2:35 /flows/0/people: row 2, column "people": "people" should be a number; found the text "12x"',
    ],
    [
      `${head}\nA,name,service,customers,mainland,12,shanghai,hong-kong\nB,name,service,customers,mainland,5,Shenzen,hong-kong`,
      'flows.csv:3:37 /flows/1/from: row 3, column "from": "shenzen" is not known here; did you mean "shenzhen"?',
    ],
    [
      `${head}\nA,name;helth,service,customers,mainland,1,shanghai,hong-kong`,
      'flows.csv:2:3 /flows/0/data/1: row 2, column "data": "helth" is not known here; did you mean "health"?',
    ],
    [
      `${head}\nA,name,service,customers,mainland,1,shanghai,`,
      'flows.csv:2:46 /flows/0/to: row 2, column "to": is empty',
    ],
    [
      `${head}\nA,name,service,customers,mainland,1,000,shanghai,hong-kong`,
      'flows.csv:2:50 /flows/0: row 2 has 9 cells, the header has 8; put quotes around text that holds ","',
    ],
    [
      `${head.replace('people', 'peple')}\nA,name,service,customers,mainland,1,shanghai,hong-kong`,
      'flows.csv:1:39: row 1: there is no column "peple"; did you mean "people"?',
    ],
    [
      `${head},sensitivPeople\nA,name,service,customers,mainland,1,shanghai,hong-kong,x`,
      'flows.csv:1:54: row 1: there is no column "sensitivPeople"; did you mean "sensitivePeople"?',
    ],
    [`${head},people\nA`, 'flows.csv:1:54: row 1: the column "people" stands there twice'],
    [
      'name,data,purpose,subjects,subjectsIn,people,from\nA',
      'flows.csv:1:1: row 1: the header lacks "to"',
    ],
    [`${head}\n"A,name`, 'flows.csv:2:1: a quote is opened here and never closed'],
    [
      head,
      'flows.csv:1:1: the file has no flows; it should have a header (name, data, purpose, subjects, ...) and one row for each flow',
    ],
    [
      '',
      'flows.csv:1:1: the file has no header; it should have a header (name, data, purpose, subjects, ...) and one row for each flow',
    ],
  ])('%j', (text, message) => {
    expect(problems(text)).toContain(message);
  });
  it('tells of a workbook that it is none', () => {
    expect(read(new Uint8Array([0x50, 0x4b, 3, 4])).issues[0]?.code).toBe('encoding');
  });
});

describe('csvCells', () => {
  it('gives back any cells that were written as RFC 4180 says', () => {
    const cell = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        (rows, delimiter) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter))
            .join('\r\n');
          const cut = csvCells(text, delimiter);
          expect(
            'rows' in cut && cut.rows.map((row) => row.cells.map((each) => each.text)),
          ).toEqual(rows);
        },
      ),
    );
  });
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        csvCells(text, delimiterOf(text));
        read(text);
      }),
    );
  });
});
