import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { calculate } from '../../src/runner/calculate.ts';
import { dealBlocks } from '../../src/runner/deal-blocks.ts';
import { layOutBlocks } from '../../src/engine/blocks.ts';
import { inThisThread } from '../../src/runner/in-this-thread.ts';
import { bundledClaims } from '../../src/runner/bundled-claims.ts';
import { prepare } from '../../src/runner/prepare.ts';
import { lawWith } from '../../src/runner/regime-files.ts';
import type { RunRequest } from '../../src/runner/run-request.ts';
import { PlaceLost } from '../../src/runner/runner.ts';
import type { Runner } from '../../src/runner/runner.ts';
import { threadPool } from '../../src/runner/thread-pool.ts';
import { withFallback } from '../../src/runner/with-fallback.ts';
import type { StartThread } from '../../src/runner/thread.ts';
import type { Result } from '../../src/schema/result.ts';
import { serialisedThread } from './serialised-thread.ts';

const published = readFileSync('scenarios/published.json', 'utf8');
const request = (more: Partial<RunRequest> = {}): RunRequest => ({
  scenarioFile: 'published.json',
  files: { 'published.json': published },
  trials: 40_000,
  detail: 'full',
  ...more,
});

function atOnce(trials: number, changes?: RunRequest['changes']): Result {
  const { prepared } = prepare({
    file: 'published.json',
    read: () => published,
    findModel: (name) => ({ file: name, source: readFileSync(`models/${name}.json`) }),
    parse: parseFormula,
    applyLaw: lawWith(parseFormula),
    run: { trials },
    ...(changes === undefined ? {} : { changes }),
  });
  return calculate(prepared!, bundledClaims);
}

async function resultOf(runner: Runner, asked = request()): Promise<Result> {
  try {
    const { result, issues } = await runner.start(asked).outcome;
    expect(issues).toEqual([]);
    return result!;
  } finally {
    runner.close();
  }
}

describe('dealBlocks', () => {
  test.each([1, 2, 3, 7])('gives every block to one of %d threads, in order', (threads) => {
    const layout = layOutBlocks(100_000);
    const shares = dealBlocks(layout, threads);
    expect(shares).toHaveLength(threads);
    expect(shares.flat().map(({ index }) => index)).toEqual(
      layout.blocks.map(({ index }) => index),
    );
  });

  test('leaves a small run to one thread', () => {
    expect(dealBlocks(layOutBlocks(8192), 4)).toHaveLength(1);
  });
});

describe('a run gives the same result', () => {
  const { manifest } = atOnce(40_000);

  test.each([1, 2, 3])('in a pool of %d threads', async (size) => {
    expect(await resultOf(threadPool(serialisedThread, size))).toEqual(atOnce(40_000));
  });

  test('in slices in this thread', async () => {
    expect((await resultOf(inThisThread())).manifest.resultHash).toBe(manifest.resultHash);
  });

  test('after its thread has crashed, in another place', async () => {
    const crashes: StartThread = (receive, fault) => {
      const thread = serialisedThread(receive, fault);
      return {
        ...thread,
        post: (message) => {
          thread.post(message);
          setTimeout(() => fault('out of memory'), 20);
        },
      };
    };
    const runner = withFallback(() => threadPool(crashes, 2), inThisThread);
    expect((await resultOf(runner)).manifest.resultHash).toBe(manifest.resultHash);
  });

  test('in a new place, after the last one was lost', async () => {
    const lost = () =>
      threadPool((_, fault) => {
        setTimeout(() => fault('a part of it could not be fetched'), 1);
        return { post: () => {}, end: () => {} };
      }, 1);
    const places = [lost, inThisThread];
    const runner = withFallback(lost, () => places.shift()!());
    await expect(runner.start(request()).outcome).rejects.toThrow('could not be fetched');
    expect((await resultOf(runner)).manifest.resultHash).toBe(manifest.resultHash);
  });

  test.each([
    [
      'by throwing',
      () => {
        throw new Error('refused');
      },
    ],
    [
      'by an error without a message',
      (_receive: unknown, fault: (why: string) => void) => {
        setTimeout(() => fault(''), 1);
        return { post: () => {}, end: () => {} };
      },
    ],
  ] satisfies [string, StartThread][])(
    'where threads are refused %s',
    async (_, refused: StartThread) => {
      const runner = withFallback(() => threadPool(refused, 2), inThisThread);
      expect((await resultOf(runner)).manifest.resultHash).toBe(manifest.resultHash);
    },
  );
});

describe('a run on its way', () => {
  test('shows pictures that are smaller runs of their own, and how far it is', async () => {
    const pictures: Result[] = [];
    const progress: number[] = [];
    const runner = threadPool(serialisedThread, 2);
    await runner.start(request({ trials: 300_000 }), {
      picture: (result) => pictures.push(result),
      progress: (share) => progress.push(share),
    }).outcome;
    runner.close();
    expect(pictures.map(({ manifest }) => manifest.trials)).toEqual([8192, 131_072]);
    const small = atOnce(8192);
    expect(pictures[0]?.byYear).toEqual(small.byYear);
    expect(pictures[0]?.saving['pdpo-only']?.dots).toEqual(small.saving['pdpo-only']?.dots);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  test('is told no more of once it is cancelled, and another goes on', async () => {
    const runner = threadPool(serialisedThread, 2);
    let told = 0;
    const first = runner.start(request({ trials: 400_000 }), { progress: () => told++ });
    void first.outcome.then(() => told++);
    await new Promise((resolve) => setTimeout(resolve, 30));
    first.cancel();
    const before = told;
    const { result } = await runner.start(request({ trials: 10_000 })).outcome;
    expect(result?.manifest.trials).toBe(10_000);
    expect(told).toBe(before);
    runner.close();
  });

  test('of two at once, each gets its own answer', async () => {
    const runner = threadPool(serialisedThread, 2);
    const results = await Promise.all(
      [30_000, 50_000].map((trials) => runner.start(request({ trials })).outcome),
    );
    expect(results.map(({ result }) => result?.manifest.trials)).toEqual([30_000, 50_000]);
    runner.close();
  });

  test('loses its place when the pool is closed', async () => {
    const runner = threadPool(serialisedThread, 1);
    runner.close();
    await expect(runner.start(request()).outcome).rejects.toBeInstanceOf(PlaceLost);
  });
});

describe('changes', () => {
  test('are run, told in the briefing, and saved as a file that gives the same result', async () => {
    const runner = threadPool(serialisedThread, 1);
    const changes = { inputs: { auditCost: 400_000, discountRate: 0.05 } };
    const asked = request({ trials: 8192, changes });
    const { result, briefing, saved } = await runner.start(asked).outcome;
    expect(result).toEqual(atOnce(8192, changes));
    expect(briefing?.inputs.filter(({ changed }) => changed).map(({ name }) => name)).toEqual([
      'auditCost',
      'discountRate',
    ]);
    const again = await runner.start(
      request({ trials: 8192, scenarioFile: 'mine.json', files: { 'mine.json': saved! } }),
    ).outcome;
    expect(again.issues).toEqual([]);
    expect(again.result?.manifest.resultHash).toBe(result?.manifest.resultHash);
    runner.close();
  });

  test('of a scenario that extends another are saved as one file with the same result', async () => {
    const runner = threadPool(serialisedThread, 1);
    const child = JSON.stringify({
      extends: './published.json',
      name: 'A child',
      inputs: { remediationRate: { dual: 0.1 } },
      run: { seed: 5 },
    });
    const files = { 'child.json': child, 'published.json': published };
    const changes = { inputs: { trainingCost: 1000 } };
    const asked = request({ trials: 8192, scenarioFile: 'child.json', files, changes });
    const { result, saved } = await runner.start(asked).outcome;
    expect(saved).not.toContain('extends');
    const again = await runner.start(
      request({ trials: 8192, scenarioFile: 'mine.json', files: { 'mine.json': saved! } }),
    ).outcome;
    expect(again.result?.manifest.resultHash).toBe(result?.manifest.resultHash);
    runner.close();
  });

  test('that are wrong give an issue at the input, and no number', async () => {
    const runner = threadPool(serialisedThread, 1);
    const wrong = { dist: 'pert', min: 3, mode: 2, max: 1 } as const;
    const { result, issues } = await runner.start(
      request({ changes: { inputs: { auditCost: wrong } } }),
    ).outcome;
    expect(result).toBeNull();
    expect(issues.map(({ file, pointer }) => [file, pointer.split('/')[2]])).toContainEqual([
      'your changes',
      'auditCost',
    ]);
    runner.close();
  });

  test('that bring formulas of their own have the reader of formulas fetched', async () => {
    const runner = threadPool(serialisedThread, 1);
    const own = JSON.stringify({
      model: 'compliance-tco',
      name: 'Own line',
      lines: {
        insurance: {
          label: 'Cyber insurance',
          category: 'programme',
          kind: 'running',
          formula: 'auditCost * filingsPerYear / 2',
        },
      },
      inputs: { auditCost: 100_000, filingsPerYear: 1 },
    });
    const asked = request({ trials: 1024, files: { 'published.json': own } });
    const { result, issues } = await runner.start(asked).outcome;
    expect(issues).toEqual([]);
    expect(result?.lines['dual']?.['insurance']?.mean).toBeCloseTo(250_000, 6);
    runner.close();
  });
});
