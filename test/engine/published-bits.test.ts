import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginCompiledEngine, endCompiledEngine } from '../../src/engine/compiled-engine.ts';
import {
  hashOfColumns,
  publishedHash,
  publishedPlan,
  runInParts,
} from '../helpers/published-run.ts';

const engines = { 'plain engine': false, 'compiled engine': true } as const;

describe.each(Object.entries(engines))(
  'the same seed gives the same bits (%s)',
  (_, isCompiled) => {
    const plan = publishedPlan();
    let whole: string;
    beforeAll(async () => {
      if (isCompiled) expect(await beginCompiledEngine()).toBe(true);
      whole = hashOfColumns(runInParts(plan, 20_000, 1, () => 0));
    });
    afterAll(endCompiledEngine);

    it('as on record', () => {
      expect(whole).toBe(publishedHash);
    });
    it('for two and three workers', () => {
      expect(hashOfColumns(runInParts(plan, 20_000, 2, (block) => block.index % 2))).toBe(whole);
      expect(
        hashOfColumns(
          runInParts(plan, 20_000, 3, (block) => (block.index < 7 ? 2 : block.replicate % 2)),
        ),
      ).toBe(whole);
    });
    it('for any way of dealing out blocks', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(1000), (parts, salt) => {
          const hash = hashOfColumns(
            runInParts(plan, 20_000, parts, (block) => ((block.index * 7919 + salt) >> 2) % parts),
          );
          expect(hash).toBe(whole);
        }),
        { numRuns: 8, seed: 1 },
      );
    });
    it('for a plan that went through JSON, as to a worker', () => {
      expect(hashOfColumns(runInParts(JSON.parse(JSON.stringify(plan)), 20_000, 1, () => 0))).toBe(
        whole,
      );
    });
    it('and another number of trials is another run', () => {
      expect(hashOfColumns(runInParts(plan, 20_001, 1, () => 0))).not.toBe(whole);
    });
  },
);
