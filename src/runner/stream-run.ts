import { analyse } from '../analysis/analyse.ts';
import type { Settled } from '../analysis/draft.ts';
import { checkClaims } from '../analysis/check-claims.ts';
import { mostLikely } from '../analysis/compare.ts';
import { mergeResults } from '../analysis/merge-results.ts';
import type { Part } from '../analysis/merge-results.ts';
import { resultHash } from '../analysis/result-hash.ts';
import { layOutSegment } from '../engine/blocks.ts';
import type { Segment } from '../engine/blocks.ts';
import { mergeRecordings } from '../engine/merge.ts';
import { startBlocks } from '../engine/run-blocks.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Result } from '../schema/result.ts';
import { dealBlocks } from './deal-blocks.ts';
import type { LeadOptions } from './lead-run.ts';
import type { Prepared } from './prepare.ts';

/** Trials that are kept at once: enough for percentiles without bias, few enough for any machine. */
export const segmentTrials = 262_144;

/**
 * Runs more trials than memory holds: segment by segment, each analysed and put together with those
 * before it (see `mergeResults`), so that memory does not grow with their number. The outcome does
 * not depend on threads. null where the run was given up.
 */
export async function streamRun(
  prepared: Prepared,
  evidence: Pick<Evidence, 'claims'>,
  options: Omit<LeadOptions, 'analyse' | 'memory' | 'onPicture'>,
): Promise<Result | null> {
  const first = await partsOf(prepared, evidence, options, null);
  if (first === null) return null;
  // The parts were set against the posture that led in the first of them. Where another leads over
  // all, by a hair, they are set against that one.
  const best = leadOf(first);
  const whole =
    best === first.lead.of ? first : await partsOf(prepared, evidence, options, settledBy(first));
  if (whole === null) return null;
  const claims = checkClaims(evidence, whole);
  const result: Result = { ...whole, claims };
  return { ...result, manifest: { ...result.manifest, resultHash: resultHash(result) } };
}

async function partsOf(
  { compiled, identity }: Prepared,
  evidence: Pick<Evidence, 'claims'>,
  options: Omit<LeadOptions, 'analyse' | 'memory' | 'onPicture'>,
  given: Settled | null,
): Promise<Result | null> {
  const { trials } = compiled.source.scenario.run;
  let whole: Part | null = null;
  let settled = given;
  for (let done = 0; done < trials;) {
    const size = sizeOf(trials - done);
    const columns = await runSegment(compiled, layOutSegment(done, size), options, (share) =>
      options.onProgress?.((done + share * size) / trials),
    );
    if (columns === null) return null;
    // What does not rest on the trials is found once.
    const { compileWith, ...others } = identity;
    const own = whole === null && compileWith !== undefined ? identity : others;
    const result = analyse(compiled, columns, own, evidence, settled);
    settled ??= settledBy(result);
    whole =
      whole === null ? { result, trials: size } : mergeResults(whole, { result, trials: size });
    done += size;
  }
  return whole?.result ?? null;
}

/** The last segment takes a small rest with it: percentiles of a few trials would say little. */
function sizeOf(left: number): number {
  return left < 1.5 * segmentTrials ? left : segmentTrials;
}

/** The posture that the others are set against: the answer, or who is cheapest most often. */
function leadOf({ answer, cheapest }: Result): string {
  return answer.option ?? mostLikely(cheapest);
}

function settledBy(result: Result): Settled {
  const { distributions } = result;
  const binsOf = (distributionsOf: Result['distributions']['tco']) => {
    const [any] = Object.values(distributionsOf);
    const { shares = [], start = 0, width = 1 } = any?.bins ?? {};
    return { start, width, count: shares.length };
  };
  return {
    lead: leadOf(result),
    bins: { tco: binsOf(distributions.tco), saving: binsOf(distributions.saving) },
  };
}

async function runSegment(
  { plan, source }: Prepared['compiled'],
  { layout, offsets }: Segment,
  { blocksASlice, helpers, pause }: Pick<LeadOptions, 'blocksASlice' | 'helpers' | 'pause'>,
  onProgress: (share: number) => void,
) {
  const { seed, sampling } = source.scenario.run;
  const randomness = { seed, sampling };
  const [own = [], ...others] = dealBlocks(layout, 1 + helpers.count);
  const blocks = startBlocks(plan, randomness, own);
  let helped = 0;
  const progress = () => onProgress((blocks.done + helped) / layout.blocks.length);
  const elsewhere =
    others.length === 0
      ? Promise.resolve([])
      : helpers.compute(
          others.map((share) => ({ plan, randomness, blocks: share })),
          (count) => {
            helped += count;
            progress();
          },
        );
  // Its fault is told where it is awaited, after this thread's own share.
  elsewhere.catch(() => {});
  while (blocks.done < own.length) {
    const until = Math.min(own.length, blocks.done + blocksASlice);
    while (blocks.done < until) blocks.next();
    progress();
    if (!(await pause())) return null;
  }
  const columns = mergeRecordings(plan, layout, [blocks.recording, ...(await elsewhere)]);
  return (await pause()) ? { ...columns, offsets } : null;
}
