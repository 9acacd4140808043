import { usualDecision } from '../analysis/decision-options.ts';
import { arraysOf } from './arrays-of.ts';
import type { FromThread, ToThread } from './messages.ts';
import { PlaceLost } from './runner.ts';
import type { Handle, RunListener, Runner } from './runner.ts';
import type { StartThread, Thread } from './thread.ts';

/** A thread that has not said that it is ready after so long never will, in milliseconds. */
const patience = 15_000;

interface Job {
  readonly listener: RunListener;
  /** Told what ends it, where that is an answer. */
  readonly resolve: (answer: FromThread) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Runs in threads: the first leads every run and analyses it, the others compute shares of large
 * ones and are started only then. A thread that is refused or crashes loses the place: every run
 * in it is rejected with PlaceLost, to be started again elsewhere.
 */
export function threadPool(start: StartThread, size: number): Runner {
  const jobs = new Map<number, Job>();
  const threads: Thread[] = [];
  let lost: PlaceLost | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let nextId = 1;

  const lose = (why: string): void => {
    lost ??= new PlaceLost(why);
    clearTimeout(waiting);
    for (const thread of threads) thread.end();
    threads.length = 0;
    for (const job of jobs.values()) job.reject(lost);
    jobs.clear();
  };
  const thread = (index: number): Thread | null => {
    if (lost !== null) return null;
    try {
      while (threads.length <= index) {
        const started = start(receive, lose);
        // A thread may be refused while it is being started.
        if (lost !== null) {
          started.end();
          break;
        }
        threads.push(started);
      }
    } catch (error) {
      lose(String(error));
    }
    return threads[index] ?? null;
  };
  const receive = (message: FromThread): void => {
    if (message.kind === 'ready') {
      clearTimeout(waiting);
      return;
    }
    const job = jobs.get(message.id);
    if (job === undefined) return;
    switch (message.kind) {
      case 'wanted':
        for (const [index, share] of message.shares.entries())
          thread(index + 1)?.post({ kind: 'share', id: message.id, share });
        return;
      case 'recording':
        threads[0]?.post(message, arraysOf(message.recording));
        return;
      case 'helped':
        threads[0]?.post(message);
        return;
      case 'progress':
        job.listener.progress?.(message.share);
        return;
      case 'picture':
        job.listener.picture?.(message.result);
        return;
      case 'done':
      case 'switching':
      case 'decided':
      case 'mapped':
      case 'replayed':
      case 'figured':
      case 'written':
      case 'differed':
        jobs.delete(message.id);
        job.resolve(message);
        return;
      case 'lost':
        lose(message.message);
        return;
      case 'failed':
        jobs.delete(message.id);
        job.reject(new Error(message.message));
    }
  };

  const ask = <T>(
    message: (id: number) => ToThread,
    listener: RunListener,
    read: (answer: FromThread) => T,
  ): Handle<T> => {
    const id = nextId++;
    const outcome = new Promise<T>((resolve, reject) => {
      if (lost !== null) return reject(lost);
      jobs.set(id, { listener, resolve: (answer) => resolve(read(answer)), reject });
      thread(0)?.post(message(id));
    });
    return {
      outcome,
      cancel() {
        if (jobs.delete(id)) for (const each of threads) each.post({ kind: 'cancel', id });
      },
    };
  };

  if (thread(0) !== null) waiting = setTimeout(() => lose('the worker does not answer'), patience);
  return {
    start: (request, listener = {}) =>
      ask(
        (id) => ({ kind: 'lead', id, request, helpers: size - 1 }),
        listener,
        (answer) => expected(answer, 'done').outcome,
      ),
    switchingValues: (request) =>
      ask(
        (id) => ({ kind: 'switch', id, request }),
        {},
        (answer) => expected(answer, 'switching').values,
      ),
    decision: (request, options = usualDecision) =>
      ask(
        (id) => ({ kind: 'decide', id, request, options }),
        {},
        (answer) => expected(answer, 'decided').decision,
      ),
    choiceMap: (request, map) =>
      ask(
        (id) => ({ kind: 'map', id, request, map }),
        {},
        (answer) => expected(answer, 'mapped').map,
      ),
    replay: (request, which) =>
      ask(
        (id) => ({ kind: 'replay', id, request, which }),
        {},
        (answer) => expected(answer, 'replayed').future,
      ),
    workbookFigures: (request) =>
      ask(
        (id) => ({ kind: 'figures', id, request }),
        {},
        (answer) => expected(answer, 'figured').figures,
      ),
    sipmathLibrary: (request) =>
      ask(
        (id) => ({ kind: 'library', id, request }),
        {},
        (answer) => expected(answer, 'written').text,
      ),
    difference: (request, after) =>
      ask(
        (id) => ({ kind: 'differ', id, request, after }),
        {},
        (answer) => expected(answer, 'differed').difference,
      ),
    close() {
      jobs.clear();
      lose('closed');
    },
  };
}

/** An answer of the kind that was asked for. */
function expected<K extends FromThread['kind']>(
  answer: FromThread,
  kind: K,
): Extract<FromThread, { readonly kind: K }> {
  if (answer.kind !== kind) throw new RangeError(`asked for ${kind}, told ${answer.kind}`);
  return answer as Extract<FromThread, { readonly kind: K }>;
}
