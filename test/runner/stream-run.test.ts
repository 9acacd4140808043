import { describe, expect, test } from 'vitest';
import { computeShare } from '../../src/runner/compute-share.ts';
import { analyse } from '../../src/analysis/analyse.ts';
import { leadRun, noHelpers } from '../../src/runner/lead-run.ts';
import type { Helpers } from '../../src/runner/lead-run.ts';
import { segmentTrials, streamRun } from '../../src/runner/stream-run.ts';
import type { Result } from '../../src/schema/result.ts';
import { preparePublished } from '../helpers/published-run.ts';

const noClaims = { claims: {} };
const setting = { blocksASlice: 64, pause: () => Promise.resolve(true) };
const trials = 2.25 * segmentTrials;

/** Another thread, as far as a run can tell. */
const another: Helpers = {
  count: 1,
  compute: (shares, onBlocks) =>
    Promise.all(
      shares.map(async (share) => {
        const recording = await computeShare(share, 64, setting.pause, onBlocks);
        if (recording === null) throw new Error('given up');
        return recording;
      }),
    ),
};

const stream = (helpers: Helpers): Promise<Result | null> =>
  streamRun(preparePublished({ trials }), noClaims, { ...setting, helpers });

describe('a run that is put together from segments', () => {
  test('says what a run says that keeps all trials', async () => {
    const told: number[] = [];
    const parts = await streamRun(preparePublished({ trials }), noClaims, {
      ...setting,
      helpers: noHelpers,
      onProgress: (share) => told.push(share),
    });
    const published = preparePublished({ trials });
    const whole = await leadRun(published, {
      ...setting,
      helpers: noHelpers,
      analyse: (columns) => analyse(published.compiled, columns, published.identity, noClaims),
    });
    if (parts === null || whole === null) throw new Error('given up');
    expect(parts.manifest).toMatchObject({ trials, replicates: 16 });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));

    for (const posture of ['pipl-only', 'pdpo-only', 'dual']) {
      const [own, kept] = [parts, whole].map(({ outputs }) => outputs['tco']?.[posture]);
      // Of all trials, but for rounding, and for the one trial that each part's variance leaves out.
      expect(own!.mean / kept!.mean).toBeCloseTo(1, 10);
      expect(own!.sd / kept!.sd).toBeCloseTo(1, 5);
      expect([own!.min, own!.max]).toEqual([kept!.min, kept!.max]);
      expect(parts.cheapest[posture]).toBeCloseTo(whole.cheapest[posture]!, 10);
      // The mean of those of the parts: within a fraction of its error.
      for (const figure of ['p5', 'p10', 'p50', 'p90', 'p95', 'cvar95'] as const) {
        expect(Math.abs(own![figure] - kept![figure])).toBeLessThan(own!.errors[figure]! / 2);
        expect(own!.errors[figure]! / kept!.errors[figure]!).toBeGreaterThan(0.5);
        expect(own!.errors[figure]! / kept!.errors[figure]!).toBeLessThan(4);
      }
    }
    const shares = (result: Result) => result.distributions.saving['pipl-only']!.bins.shares;
    expect(shares(parts).reduce((sum, share) => sum + share, 0)).toBeGreaterThan(0.98);
    expect(parts.byYear['dual']?.map(({ year }) => year)).toEqual([1, 2, 3, 4, 5]);
    expect(parts.lead.of).toBe(whole.lead.of);
    // 1 in 16,000 true means is further away than this; there are about 30.
    for (const { z } of parts.shadow) expect(Math.abs(z ?? 0)).toBeLessThan(4);
  });

  test('is the same whoever computes it', async () => {
    const [alone, shared] = [await stream(noHelpers), await stream(another)];
    expect(shared?.manifest.resultHash).toBe(alone?.manifest.resultHash);
  });

  test('ends when nobody wants it any more', async () => {
    let left = 10;
    const given = await streamRun(preparePublished({ trials }), noClaims, {
      ...setting,
      helpers: noHelpers,
      pause: () => Promise.resolve(left-- > 0),
    });
    expect(given).toBeNull();
  });
});
