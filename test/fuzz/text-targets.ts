import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readNumber } from '../../src/present/read-number.ts';
import { readFlowsCsv } from '../../src/schema/read-flows-csv.ts';
import { readSipmath } from '../../src/sipmath/read-sipmath.ts';
import { readLink, writeLink } from '../../src/site/share-link.ts';
import { preparedScenario } from '../sipmath/prepared-scenario.ts';
import type { FuzzTarget, Verdict } from './fuzz-target.ts';
import { extremeNumber, mutatedJson, mutatedText } from './mutated-text.ts';
import { notFinite } from './run-what-was-prepared.ts';

/** Whatever was read holds numbers only where it holds numbers, and a refusal has a reason. */
function judge(value: unknown, reasons: readonly { readonly message: string }[]): Verdict {
  if (value === null && reasons.length === 0) throw new Error('refused without a reason');
  const wrong = notFinite(value, '');
  if (wrong !== null) throw new Error(`${wrong} is not a finite number`);
  return value === null ? 'refused' : 'accepted';
}

/** A table of flows. */
export const csvTarget: FuzzTarget = {
  name: 'csv',
  inputs: mutatedText(
    [
      readFileSync('scenarios/flows-template.csv', 'utf8'),
      'name;data\n"a ""b""\n c";x\n',
      'name\tdata\nA\tcontact\n',
    ],
    [
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r\n',
      '"',
      '""',
      'yes',
      'no',
      'none',
      'people',
      'name',
      '1,000',
      '1.000,5',
      '２４',
      '2.4万',
      '\u0000',
      '\uFEFF',
      'sep=;\n',
      '=1+1',
      '__proto__',
    ],
  ),
  feed(text) {
    const { flows, issues } = readFlowsCsv(text, 'flows.csv');
    for (const { message } of issues)
      if (message.trim() === '') throw new Error('an empty message');
    return judge(flows, issues);
  },
};

const library = {
  name: 'Other',
  objectType: 'sipModel',
  libraryType: 'SIPmath_3_0',
  version: '1',
  globalVariables: [
    {
      name: 'm',
      value: {
        columns: ['a', 'b'],
        rows: ['a', 'b'],
        matrix: [
          { row: 'a', col: 'a', value: 1 },
          { row: 'b', col: 'a', value: 0.5 },
          { row: 'b', col: 'b', value: 1 },
        ],
      },
    },
  ],
  U01: {
    rng: [
      {
        name: 'hdr1',
        function: 'HDR_2_0',
        arguments: { counter: 'PM_Index', entity: 1, varId: 4, seed3: 0, seed4: 0 },
      },
      {
        name: 'hdr2',
        function: 'HDR_2_0',
        arguments: { counter: 'PM_Index', entity: 1, varId: 5, seed3: 0, seed4: 0 },
      },
      {
        name: 'hdr3',
        function: 'HDR_2_0',
        arguments: { counter: 'PM_Index', entity: 1, varId: 6, seed3: 0, seed4: 0 },
      },
    ],
    copula: [
      {
        name: 'Gaussian',
        function: 'GaussianCopula',
        arguments: {
          correlationMatrix: { type: 'globalVariables', value: 'm' },
          rng: ['hdr1', 'hdr2'],
        },
        copulaLayer: ['a', 'b'],
      },
    ],
  },
  sips: [
    {
      name: 'auditCost',
      ref: { source: 'copula', name: 'Gaussian', copulaLayer: 'a' },
      function: 'Metalog_1_0',
      arguments: { aCoefficients: [12, 0.2, 0.05], lowerBound: 5 },
    },
    {
      name: 'trustDrop',
      ref: { source: 'copula', name: 'Gaussian', copulaLayer: 'b' },
      function: 'Metalog_1_0',
      arguments: { aCoefficients: [0.2, 0.01], lowerBound: 0, upperBound: 1 },
    },
    {
      name: 'auditsPerYear',
      ref: { source: 'rng', name: 'hdr3' },
      function: 'SIP_Array',
      arguments: { type: 'array', value: [1, 2, 3] },
    },
  ],
};
let source: ReturnType<typeof preparedScenario>['compiled']['source'] | null = null;

/** A SIPmath library. */
export const sipmathTarget: FuzzTarget = {
  name: 'sipmath',
  inputs: mutatedJson(
    [library],
    fc.oneof(
      fc.constantFrom<unknown>(
        null,
        true,
        '',
        'a',
        'b',
        'm',
        'hdr1',
        'copula',
        'rng',
        'SIP_Array',
        'Lookup_Table',
        'Metalog_1_0',
        [],
        {},
        [
          [0.5, 1],
          [1, 2],
        ],
        '__proto__',
      ),
      extremeNumber.map(Number).filter(Number.isFinite),
    ),
  ),
  feed(text) {
    source ??= preparedScenario({}).compiled.source;
    const { issues, value } = readSipmath(text, 'library.json', source);
    return judge(value === null ? null : [value.inputs, value.correlations], issues);
  },
};

/** The part of an address behind its #. */
export const linkTarget: FuzzTarget = {
  name: 'link',
  inputs: fc.oneof(
    mutatedText(
      [
        '1.q1ZKTs7PL0pVslIqKE3KyUxW0lFKzkjMS09VslKqrgUA',
        `1p.${btoa(JSON.stringify({ scenario: 'published.json', changes: { auditCost: 5 } }))}`,
      ],
      ['1.', '1p.', '2.', '#', '-', '_', '=', 'A', 'eyJ', '%20'],
    ),
    fc
      .record({
        scenario: fc.constantFrom('published.json', 'bank.json', '../x.json', ''),
        changes: fc.dictionary(
          fc.constantFrom('auditCost', 'trustDrop', '__proto__', 'a b'),
          fc.jsonValue({ maxDepth: 4 }),
          { maxKeys: 3 },
        ),
      })
      .map((state) => `1p.${Buffer.from(JSON.stringify(state)).toString('base64url')}`),
    fc.json({ maxDepth: 14 }).map((text) => `1p.${Buffer.from(text).toString('base64url')}`),
  ),
  async feed(text) {
    try {
      const state = await readLink(text);
      if (state === null) return 'refused';
      const again = await readLink(await writeLink(state));
      if (JSON.stringify(again) !== JSON.stringify(state))
        throw new TypeError('a link is read as another');
      return 'accepted';
    } catch (error) {
      if (error instanceof Error && error.constructor === Error && error.message !== '')
        return 'refused';
      throw error;
    }
  },
};

const wanted = { unit: 'HKD/year', currency: 'HKD', lowest: 0, highest: 1e15 };

/** A number in a field: what is taken lies where it may, and what is written plainly is what was meant. */
export const numberTarget: FuzzTarget = {
  name: 'number',
  inputs: fc.oneof(
    mutatedText(
      [
        '250,000',
        '1.2 M',
        'HK$ 250k',
        '12 %',
        '1 in 5',
        '2.4万',
        '1.250,50',
        "1'000'000",
        '２４０００',
        '-5',
        '3e5',
      ],
      [
        ..."0123456789.,'’ -+eEkKmM%$/".split(''),
        '万',
        '億',
        '０',
        '，',
        '\u202F',
        '\u00A0',
        'in',
        'HK$',
        'RMB',
        '1e400',
        '∞',
      ],
    ),
    extremeNumber,
  ),
  feed(text) {
    let verdict: Verdict = 'refused';
    for (const unit of ['HKD/year', 'share', '1/year', 'people']) {
      const read = readNumber(text, { ...wanted, unit, highest: unit === 'share' ? 1 : 1e15 });
      if ('problem' in read) {
        if (read.problem.trim() === '') throw new Error('refused without a reason');
        continue;
      }
      verdict = 'accepted';
      const { value } = read;
      if (!Number.isFinite(value) || value < 0 || value > (unit === 'share' ? 1 : 1e15))
        throw new Error(`${value} is taken in a field for ${unit}`);
      if (unit === 'people' && /^\d{1,15}$/.test(text) && value !== Number(text))
        throw new Error(`${text} is taken as ${value}`);
    }
    return verdict;
  },
};
