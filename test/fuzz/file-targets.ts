import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { lawWith } from '../../src/runner/regime-files.ts';
import { prepare } from '../../src/runner/prepare.ts';
import { smallModelFiles } from '../helpers/prepare-model.ts';
import type { FuzzTarget, Verdict } from './fuzz-target.ts';
import { extremeNumber, mutatedJson, mutatedText } from './mutated-text.ts';
import { runWhatWasPrepared } from './run-what-was-prepared.ts';

const textOf = (file: string): string => readFileSync(file, 'utf8');
const scenarios = ['published', 'retailer', 'small-firm', 'bank', 'late-programme'].map((name) =>
  textOf(`scenarios/${name}.json`),
);
const law = lawWith(parseFormula);

/** Prepares and runs a scenario of the model that is published, in few futures. */
function runScenario(source: string | Uint8Array): Verdict {
  return runWhatWasPrepared(
    prepare({
      parse: parseFormula,
      applyLaw: law,
      file: 'scenarios/fuzzed.json',
      read: (path) => {
        if (path === 'scenarios/fuzzed.json') return source;
        return path === 'scenarios/published.json' ? (scenarios[0] ?? null) : null;
      },
      findModel: (name) =>
        name === 'compliance-tco'
          ? { file: 'models/compliance-tco.json', source: textOf('models/compliance-tco.json') }
          : null,
      run: { trials: 64 },
    }),
  );
}

const words = [
  'inputs',
  'dual',
  'pipl-only',
  'value',
  'times',
  'by',
  'year',
  'values',
  'p10',
  'p90',
  'dist',

  'pert',
  'lognormal',
  'mean',
  'min',
  'max',
  'auditCost',
  'trustDrop',
  'lines',
  'formula',
  'like',

  '__proto__',
  'constructor',
  'toString',
  'extends',
  'published.json',
  'model',
  'flows',
  'company',
  'CNY',
  'HKD',
  '2026-11-01',
  'unknown',
  'none',
  '',
  ' ',
  '💥',
  '\u202E',
  'a'.repeat(300),
];
/** JSON of all kinds, often near to what a file may hold. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, ...words),
    extremeNumber.map(Number).filter(Number.isFinite),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...words), tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const changed = {
  extends: './published.json',
  name: 'Changed',
  horizon: 4,
  inputs: {
    auditCost: { value: 200_000, times: { dist: 'pert', min: 0.5, mode: 1, max: 2 } },
    trustDrop: { p10: 0.1, p50: 0.2, p90: 0.3 },
  },
  postures: { late: { label: 'Late', like: 'dual' } },
  correlations: [['trustDrop', 'auditCost', 0.4]],
  lines: {
    own: {
      label: 'Own',
      kind: 'running',
      category: 'audits',
      formula: 'auditCost * auditsPerYear',
    },
  },
};

/** A scenario file, as text and as JSON. */
export const scenarioTarget: FuzzTarget = {
  name: 'scenario',
  inputs: fc.oneof(
    {
      weight: 3,
      arbitrary: mutatedJson(
        [changed, ...scenarios.map((text) => JSON.parse(text) as object)],
        json,
      ),
    },
    {
      weight: 1,
      arbitrary: mutatedText(
        [JSON.stringify(changed, null, 1), ...scenarios],
        [...words, ...'{}[],:"/*\\\n'.split('')],
      ),
    },
  ),
  feed: runScenario,
};

/** The bytes of a scenario file, whatever they are. */
export const bytesTarget: FuzzTarget = {
  name: 'bytes',
  inputs: fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc
      .tuple(
        fc.constantFrom('\u00EF\u00BB\u00BF', '', '', '\u00FF\u00FE', '\u00FE\u00FF'),
        mutatedText(
          [JSON.stringify(changed)],
          ['\u0000', '\u00C3', '\u00FF', '\u00ED\u00A0\u0080'],
        ),
      )
      .map((parts) => parts.join('')),
  ),
  feed: (input) => runScenario(Buffer.from(input, 'latin1')),
};

const small = smallModelFiles({
  inputs: {
    amount: { unit: 'HKD', by: ['posture'], default: { p10: 1, p50: 2, p90: 4 } },
    rate: { unit: '1/year', default: 0.5, range: [0, 2] },
  },
  definitions: { twice: { unit: 'HKD', formula: '2 * amount' } },
  events: { first: { frequency: 'poisson', rate: 'rate', amounts: { cost: 'twice' } } },
  lines: { one: { formula: 'first.cost' }, two: { kind: 'investment', formula: 'amount' } },
  more: { checks: [{ when: 'rate > 1', message: 'high', severity: 'warning' }] },
});

/** A model file, run with its defaults. */
export const modelTarget: FuzzTarget = {
  name: 'model',
  inputs: mutatedJson(
    [JSON.parse(small.model) as object],
    fc.oneof(
      json,
      fc.constantFrom(
        'amount * rate',
        'first.count',
        'twice + twice',
        'previous(twice, 0)',
        'HKD/year',
      ),
    ),
  ),
  feed: (text) =>
    runWhatWasPrepared(
      prepare({
        parse: parseFormula,
        file: 'scenario.json',
        read: (path) => (path === 'scenario.json' ? small.scenario : null),
        findModel: () => ({ file: 'model.json', source: text }),
        run: { trials: 64 },
      }),
    ),
};
