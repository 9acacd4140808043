import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Flow } from '../../src/schema/flow.ts';
import { formatIssue } from '../../src/schema/issue.ts';
import { readFlowsCsv } from '../../src/schema/read-flows-csv.ts';

/** Lists of flows as spreadsheets and record templates write them, in test/fixtures/flows. */
function open(name: string) {
  const { flows, issues } = readFlowsCsv(readFileSync(`test/fixtures/flows/${name}`), name);
  return { flows, said: issues.map(formatIssue) };
}

/** What all of the small files say that can be read, so that each shows one thing alone. */
const members: Flow = {
  name: 'Members',
  data: ['name', 'contact'],
  purpose: 'membership',
  subjects: 'customers',
  subjectsIn: 'hong-kong',
  people: 24_000,
  from: 'hong-kong',
  to: 'hong-kong',
};

describe('what spreadsheets write is read as it was meant', () => {
  test.each([
    ['list-by-comma.csv'],
    ['list-by-ideographic-comma.csv'],
    ['list-by-newline.csv'],
    ['sep-line.csv'],
    ['blank-first-line-semicolon.csv'],
    ['empty-last-column.csv'],
    ['fullwidth-digits.csv'],
    ['wan.csv'],
  ])('%s', (name) => {
    expect(open(name)).toEqual({ flows: [members], said: [] });
  });

  it('sets rows above the header aside, and says so', () => {
    expect(open('title-row.csv')).toEqual({
      flows: [members],
      said: ['title-row.csv:1:1: warning: row 1 stands above the header and is set aside'],
    });
  });
});

describe('Chinese is read in whatever encoding Excel wrote it', () => {
  const mainlandMembers = {
    ...members,
    name: '会员（深圳）',
    subjectsIn: 'mainland',
    from: 'shenzhen',
  };
  const taken = (name: string, encoding: string) =>
    `${name}:1:1: warning: the file is read as ${encoding}; where names look wrong, save the sheet as "CSV UTF-8" or as .xlsx`;

  it('GB18030, of the mainland', () => {
    expect(open('gb18030.csv')).toEqual({
      flows: [mainlandMembers],
      said: [taken('gb18030.csv', 'GB18030')],
    });
  });
  it('Big5, of Hong Kong and Taiwan', () => {
    expect(open('big5.csv')).toEqual({
      flows: [{ ...members, name: '會員（香港）' }],
      said: [taken('big5.csv', 'Big5')],
    });
  });
  it('UTF-16 with tabs, as "Unicode text" is', () => {
    expect(open('utf16le.txt')).toEqual({ flows: [mainlandMembers], said: [] });
  });
  it('GBK whose bytes happen to be UTF-8 too', () => {
    const { flows, said } = open('gbk-that-is-valid-utf8.csv');
    expect(flows?.map(({ name }) => name)).toEqual(['小学']);
    expect(said).toEqual([taken('gbk-that-is-valid-utf8.csv', 'GB18030')]);
  });

  const head = 'name,data,purpose,subjects,subjectsIn,people,from,to';
  const rest = 'name,membership,customers,hong-kong,5,hong-kong,hong-kong';
  const nameOf = (bytes: Uint8Array) => readFlowsCsv(bytes, 'a.csv').flows?.[0]?.name;
  test.each(['Café résumé', 'Москва', 'Ωmega', 'Zażółć', '小学 ASCII', 'Ünïcode'])(
    'UTF-8 stays UTF-8: %s',
    (name) => {
      expect(nameOf(new TextEncoder().encode(`${head}\n${name},${rest}\n`))).toBe(name);
    },
  );
  it('Western letters of one byte, as Excel in Europe writes them', () => {
    const latin = Buffer.from(`${head}\nCaf\u00e9 r\u00e9sum\u00e9,${rest}\n`, 'latin1');
    expect(nameOf(latin)).toBe('Café résumé');
  });
  it('UTF-16 of either order, with a mark or without', () => {
    const little = Buffer.from(`${head}\n會員,${rest}\n`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(nameOf(little)).toBe('會員');
    expect(nameOf(big)).toBe('會員');
    expect(nameOf(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toBe('會員');
  });
  it('tells of a NUL character where it stands, and does not call it an encoding', () => {
    const { issues } = readFlowsCsv(`${head}\nA\0,${rest}\n`, 'a.csv');
    expect(issues.map(formatIssue)).toEqual([
      'a.csv:2:2: a NUL character stands here, which no text holds; save the sheet as "CSV UTF-8" or as .xlsx',
    ]);
  });
});

describe('words of records of processing are taken for those of the law, and shown', () => {
  it('of a consultant', () => {
    const { flows, said } = open('consultants-words.csv');
    expect(flows).toEqual([
      {
        name: 'Loyalty app',
        data: ['name', 'contact', 'orders'],
        purpose: 'direct-marketing',
        subjects: 'customers',
        subjectsIn: 'mainland',
        people: 120_000,
        from: 'mainland',
        to: 'hong-kong',
        controls: ['encryption', 'access-control'],
      },
    ]);
    expect(said).toContain(
      'consultants-words.csv:2:55: warning: column "subjects": "Clients" is taken for "customers"',
    );
    // PIPL has no such basis: which one there is stays open, and is asked.
    expect(said).toContain(
      'consultants-words.csv:2:94: warning: column "legalBasis": "Legitimate interests", which is no basis under mainland law, is left open',
    );
  });
  it('of a template whose header lacks what the law asks: one error, not one for each column', () => {
    const { flows, said } = open('privado-ropa.csv');
    expect(flows).toBeNull();
    expect(said.filter((line) => !line.includes('warning'))).toEqual([
      'privado-ropa.csv:1:1: row 1: the header lacks "subjectsIn", "people", "from"',
    ]);
    expect(said).toHaveLength(3);
    expect(said.join('\n')).toContain('"Individual Category" for "subjects"');
    expect(said.join('\n')).toMatch(/set aside.*"Description"/);
  });
  it('of a Chinese template in GB18030', () => {
    const { flows, said } = open('zh-template.csv');
    expect(flows).toBeNull();
    expect(said).toContain('zh-template.csv:1:1: row 1: the header lacks "from"');
    expect(said.join('\n')).toContain('"个人信息种类" for "data"');
    // With a column of that name the same file is read.
    const whole = new TextDecoder('gb18030')
      .decode(readFileSync('test/fixtures/flows/zh-template.csv'))
      .replace('境内/境外', '发送方所在地')
      .replace(',境外,', ',深圳,');
    expect(readFlowsCsv(whole, 'zh.csv').flows).toEqual([
      {
        name: '会员App',
        data: ['name', 'contact'],
        purpose: 'membership',
        subjects: 'customers',
        subjectsIn: 'shenzhen',
        people: 120_000,
        from: 'shenzhen',
        to: 'hong-kong',
      },
    ]);
  });
});

describe('what cannot be is refused with its row and its column', () => {
  test.each([
    [
      'hint-decimal-comma.csv',
      '2:53 /flows/0/people: row 2, column "people": "people" is "24000,5", which is 24000.5; it must be a whole number',
    ],
    [
      'minors-exceed-people.csv',
      '2:43 /flows/0/minors: row 2, column "minors": "minors" is 5000; it is part of "people", which is 100, and cannot be more',
    ],
    [
      'sensitive-exceeds-people.csv',
      '2:49 /flows/0/sensitivePeople: row 2, column "sensitivePeople": "sensitivePeople" is 5000; it is part of "people", which is 100, and cannot be more',
    ],
    [
      'people-1e20.csv',
      '2:53 /flows/0/people: row 2, column "people": "people" is "99999999999999999999", more people than there are; at most 8000000000',
    ],
    // Line 5 of the text, row 3 of the spreadsheet: a name above holds two line breaks.
    [
      'row-number-multiline.csv',
      '5:39 /flows/1/people: row 3, column "people": "people" should be a number; found the text "oops"',
    ],
    [
      'old-xls-as-flows.xls',
      '1:1: this is a file of an old Excel or Word, such as .xls; save the sheet as "CSV UTF-8" or as .xlsx',
    ],
  ])('%s', (name, problem) => {
    expect(open(name)).toEqual({ flows: null, said: [`${name}:${problem}`] });
  });
});
