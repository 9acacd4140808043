import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ToThread } from '../../src/runner/messages.ts';
import type { RunRequest } from '../../src/runner/run-request.ts';
import { NoAnswer, PlaceLost } from '../../src/runner/runner.ts';
import { threadPool } from '../../src/runner/thread-pool.ts';
import type { StartThread } from '../../src/runner/thread.ts';
import { withFallback } from '../../src/runner/with-fallback.ts';
import { serialisedThread } from './serialised-thread.ts';

const published = readFileSync('scenarios/published.json', 'utf8');
const request = (scenarioFile: string, trials = 1024): RunRequest => ({
  scenarioFile,
  files: { [scenarioFile]: published },
  trials,
  detail: 'full',
});

/** Short enough for a test, and long beside a slice of a run. */
const patience = { tick: 50, start: 200, silence: 40, unwanted: 10 };

/** Whether a message asks for something that a thread is to hang on. */
const hangsOn = (message: ToThread) =>
  'request' in message && message.request.scenarioFile.startsWith('hang');

/** Threads that never come back from a scenario called `hang...`, and how many were started and ended. */
function hangingThreads() {
  const count = { started: 0, ended: 0 };
  const start: StartThread = (receive, fault) => {
    count.started++;
    const thread = serialisedThread(receive, fault);
    let hangs = false;
    return {
      post(message, transfer) {
        hangs ||= hangsOn(message);
        if (!hangs) thread.post(message, transfer);
      },
      end() {
        count.ended++;
        thread.end();
      },
    };
  };
  return { count, start };
}

describe('a thread that gives no sign of life', () => {
  test('is ended, who waits is told in words, and the next scenario runs', async () => {
    const { count, start } = hangingThreads();
    const pool = threadPool(start, 2, patience);
    await expect(pool.start(request('hang.json')).outcome).rejects.toThrow(
      'The calculation gave no answer for 2 seconds and was ended.',
    );
    expect(count).toEqual({ started: 1, ended: 1 });
    const { result } = await pool.start(request('good.json')).outcome;
    expect(result?.manifest.trials).toBe(1024);
    expect(count.started).toBe(2);
    pool.close();
  });

  test('leaves what was asked after it to a new thread', async () => {
    const { start } = hangingThreads();
    const pool = threadPool(start, 1, patience);
    const hanging = pool.start(request('hang.json')).outcome.catch((error: unknown) => error);
    // After the first ping, which the hanging one has left unanswered.
    await new Promise((resolve) => setTimeout(resolve, 5 * patience.tick));
    const good = pool.start(request('good.json')).outcome;
    expect(await hanging).toBeInstanceOf(NoAnswer);
    expect((await good).result?.manifest.trials).toBe(1024);
    pool.close();
  });

  test('is ended soon once nobody wants what it hangs on, and the next scenario runs', async () => {
    const { count, start } = hangingThreads();
    const never = { ...patience, silence: Infinity };
    const pool = threadPool(start, 1, never);
    const first = pool.start(request('hang.json'));
    await new Promise((resolve) => setTimeout(resolve, 5 * patience.tick));
    first.cancel();
    const { result } = await pool.start(request('good.json')).outcome;
    expect(result?.manifest.trials).toBe(1024);
    expect(count).toEqual({ started: 2, ended: 1 });
    pool.close();
  });

  test('is not replaced by the thread of the page, which would hang too', async () => {
    const { start } = hangingThreads();
    let fallen = 0;
    const pool = withFallback(
      () => threadPool(start, 1, patience),
      () => {
        fallen++;
        return threadPool(serialisedThread, 1);
      },
    );
    await expect(pool.start(request('hang.json')).outcome).rejects.toBeInstanceOf(NoAnswer);
    expect(fallen).toBe(0);
    pool.close();
  });

  test('is noticed where it only helps: a share that never comes back', async () => {
    let started = 0;
    const start: StartThread = (receive, fault) => {
      const isHelper = ++started === 2;
      const thread = serialisedThread(receive, fault);
      let isDead = false;
      return {
        ...thread,
        post(message, transfer) {
          isDead ||= isHelper && message.kind === 'share';
          if (!isDead) thread.post(message, transfer);
        },
      };
    };
    const pool = threadPool(start, 2, patience);
    await expect(pool.start(request('large.json', 30_000)).outcome).rejects.toBeInstanceOf(
      NoAnswer,
    );
    expect((await pool.start(request('large.json', 30_000)).outcome).result).not.toBeNull();
    pool.close();
  });

  test('that never says it is ready loses the place', async () => {
    const pool = threadPool(() => ({ post: () => {}, end: () => {} }), 1, {
      ...patience,
      start: 3,
    });
    await expect(pool.start(request('good.json')).outcome).rejects.toBeInstanceOf(PlaceLost);
  });
});

describe('a thread that computes', () => {
  test('is left alone however long it takes', async () => {
    const { count, start } = hangingThreads();
    const slow: StartThread = (receive, fault) => {
      const thread = start(receive, fault);
      return {
        ...thread,
        // Answers pings at once, and everything else much later than anyone's patience.
        post: (message, transfer) =>
          void setTimeout(
            () => thread.post(message, transfer),
            message.kind === 'ping' ? 0 : 2 * patience.silence * patience.tick,
          ),
      };
    };
    const pool = threadPool(slow, 1, patience);
    const { result } = await pool.start(request('good.json')).outcome;
    expect(result).not.toBeNull();
    expect(count).toEqual({ started: 1, ended: 0 });
    pool.close();
  }, 60_000);

  test('and has heard that nobody wants the answer goes on with the next', async () => {
    const { count, start } = hangingThreads();
    const pool = threadPool(start, 1, patience);
    pool.start(request('first.json', 400_000)).cancel();
    await pool.start(request('second.json')).outcome;
    await new Promise((resolve) => setTimeout(resolve, 2 * patience.unwanted * patience.tick));
    expect(count).toEqual({ started: 1, ended: 0 });
    pool.close();
  });
});
