import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asKept, newId } from '../../src/components/kept-scenario.ts';
import { keptFile, readKeptFile } from '../../src/components/kept-file.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { Prepared } from '../../src/runner/prepare.ts';
import { lawWith } from '../../src/runner/regime-files.ts';
import { scenarioText } from '../../src/schema/save-scenario.ts';
import type { ChangedInputs } from '../../src/components/change-history.ts';

function prepared(file: string, text: string, inputs: ChangedInputs = {}): Prepared {
  const { issues, prepared: found } = prepare({
    parse: parseFormula,
    applyLaw: lawWith(parseFormula),
    file,
    read: (path) => (path === file ? text : readFileSync(path, 'utf8')),
    findModel: () => ({
      file: 'models/compliance-tco.json',
      source: readFileSync('models/compliance-tco.json', 'utf8'),
    }),
    changes: { inputs },
    run: { trials: 512 },
  });
  if (found === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return found;
}

test('a scenario that was kept, saved with all others and taken back gives the same result hash', () => {
  const money = fc.double({ min: 1000, max: 1e7, noNaN: true });
  const share = fc.double({ min: 0.01, max: 0.9, noNaN: true });
  const changes = fc.record(
    {
      auditCost: money,
      trustDrop: fc.record({
        p10: share.map((each) => each / 3),
        p90: share.map((each) => 0.4 + each / 3),
      }),
      fineAmount: money.map((max) => ({ dist: 'pert', min: 0, mode: max / 4, max })),
      monitoringCost: money.map((each) => ({
        value: { 'pipl-only': each, 'pdpo-only': 2 * each, dual: each / 3 },
        times: { dist: 'triangular', min: 0.8, mode: 1, max: 1.2 },
      })),
    },
    { requiredKeys: [] },
  );
  const files = fc.constantFrom('published', 'retailer', 'late-programme');
  fc.assert(
    fc.property(files, changes, fc.string(), (name, given, called) => {
      const file = `scenarios/${name}.json`;
      const first = prepared(file, readFileSync(file, 'utf8'), given);
      const kept = asKept({
        format: 'tandem-kept/2',
        id: newId(),
        name: called,
        kept: '2026-11-25T10:00:00.000Z',
        text: scenarioText(first.loaded),
        answer: '',
        resultHash: '',
        tandem: '',
        trials: 0,
        seed: 0,
      });
      const [again] = readKeptFile(keptFile(kept === null ? [] : [kept]));
      expect(again).toEqual(kept);
      const second = prepared('scenarios/kept.json', again?.text ?? '');
      const hash = (of: Prepared) => calculate(of, { claims: {} }).manifest.resultHash;
      expect(hash(second)).toBe(hash(first));
    }),
    { seed: 9, numRuns: 8 },
  );
});

test('whatever a record holds, it is one of this version or none', () => {
  const record = fc.record(
    {
      format: fc.constantFrom('tandem-kept/2', 'tandem-kept/1', 2),
      id: fc.oneof(fc.string(), fc.integer()),
      name: fc.oneof(fc.string(), fc.constant(null)),
      kept: fc.oneof(fc.string(), fc.double()),
      savedAt: fc.oneof(fc.double(), fc.string()),
      text: fc.oneof(fc.string(), fc.constant({})),
      scenario: fc.oneof(fc.jsonValue(), fc.constant({ name: 'x' })),
      trials: fc.oneof(fc.double(), fc.string()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(record, (given) => {
      const found = asKept(given);
      if (found === null) return;
      expect(found.format).toBe('tandem-kept/2');
      expect(found.name).not.toBe('');
      expect(found.text).not.toBe('');
      // What is of this version stays as it is when it is read again.
      expect(asKept(found)).toEqual(found);
    }),
    { seed: 13 },
  );
});
