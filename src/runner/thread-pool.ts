import { usualDecision } from '../analysis/decision-options.ts';
import { arraysOf } from './arrays-of.ts';
import type { FromThread, ToThread } from './messages.ts';
import { NoAnswer, PlaceLost } from './runner.ts';
import type { Handle, RunListener, Runner } from './runner.ts';
import type { StartThread, Thread } from './thread.ts';
import type { Patience, Watched } from './watch-threads.ts';

/** A page waits a minute for a sign of life, but only seconds for one that is no longer wanted. */
const usualPatience: Patience = { tick: 1000, start: 15, silence: 60, unwanted: 4 };

interface Job {
  /** What was asked, to be asked again in another thread. */
  readonly message: ToThread;
  readonly listener: RunListener;
  /** Told what ends it, where that is an answer. */
  readonly resolve: (answer: FromThread) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Runs in threads: the first leads every run and analyses it, the others compute shares of large
 * ones and are started only then. A thread that is refused or crashes loses the place: every run
 * in it is rejected with PlaceLost, to be started again elsewhere. One that gives no sign of life
 * is ended: what it was asked is rejected with NoAnswer, or dropped where nobody wants it any more,
 * and what was asked later goes on in a new one.
 */
export function threadPool(start: StartThread, size: number, patience = usualPatience): Runner {
  const jobs = new Map<number, Job>();
  const threads: Watched[] = [];
  let lost: PlaceLost | null = null;
  let nextId = 1;
  let isWatching = false;

  const endThreads = (): void => {
    for (const { thread } of threads) thread.end();
    threads.length = 0;
    watched.isUnwanted = false;
  };
  const lose = (why: string): void => {
    lost ??= new PlaceLost(why);
    endThreads();
    for (const job of jobs.values()) job.reject(lost);
    jobs.clear();
  };
  const watched = {
    threads,
    isUnwanted: false,
    isBusy: () => jobs.size > 0 || watched.isUnwanted || threads.some(({ isReady }) => !isReady),
    ping(each: Watched) {
      if (!each.isReady || each.askedBefore !== null) return;
      each.askedBefore = nextId;
      each.thread.post({ kind: 'ping', id: 0 });
    },
    neverReady: () => lose('the worker does not answer'),
    silent(before: number) {
      endThreads();
      for (const [id, job] of jobs) {
        if (id >= before) thread(0)?.post(job.message);
        else {
          jobs.delete(id);
          job.reject(new NoAnswer((patience.silence * patience.tick) / 1000));
        }
      }
    },
  };
  /** Fetched when something takes its time: most that is asked is answered before. */
  const watch = (): void => {
    if (isWatching) return;
    isWatching = true;
    setTimeout(async () => {
      // Where it cannot be fetched it is tried again with the next question.
      const part = watched.isBusy() ? await import('./watch-threads.ts').catch(() => null) : null;
      await part?.watchThreads(watched, patience);
      isWatching = false;
    }, patience.tick);
  };
  const hear = (each: Watched): void => {
    Object.assign(each, { isReady: true, silent: 0, askedBefore: null });
    if (threads.every(({ askedBefore }) => askedBefore === null)) watched.isUnwanted = false;
  };
  const thread = (index: number): Thread | null => {
    if (lost !== null) return null;
    try {
      while (threads.length <= index) {
        let own: Watched | undefined;
        let isReady = false;
        const isCurrent = () => own === undefined || threads.includes(own);
        const started = start(
          (message) => {
            if (!isCurrent()) return;
            isReady = true;
            if (own !== undefined) hear(own);
            receive(message);
          },
          (why) => isCurrent() && lose(why),
        );
        // A thread may be refused while it is being started.
        if (lost !== null) {
          started.end();
          break;
        }
        own = { thread: started, isReady, silent: 0, askedBefore: null };
        threads.push(own);
        watch();
      }
    } catch (error) {
      lose(String(error));
    }
    return threads[index]?.thread ?? null;
  };
  const receive = (message: FromThread): void => {
    if (message.kind === 'ready' || message.kind === 'alive') return;
    const job = jobs.get(message.id);
    if (job === undefined) return;
    switch (message.kind) {
      case 'wanted':
        for (const [index, share] of message.shares.entries())
          thread(index + 1)?.post({ kind: 'share', id: message.id, share });
        return;
      case 'recording':
        threads[0]?.thread.post(message, arraysOf(message.recording));
        return;
      case 'helped':
        threads[0]?.thread.post(message);
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
    messageOf: (id: number) => ToThread,
    listener: RunListener,
    read: (answer: FromThread) => T,
  ): Handle<T> => {
    const id = nextId++;
    const outcome = new Promise<T>((resolve, reject) => {
      if (lost !== null) return reject(lost);
      const message = messageOf(id);
      jobs.set(id, { message, listener, resolve: (answer) => resolve(read(answer)), reject });
      thread(0)?.post(message);
      watch();
    });
    return {
      outcome,
      cancel() {
        if (!jobs.delete(id)) return;
        for (const each of threads) {
          each.thread.post({ kind: 'cancel', id });
          // It gets the whole of the time that is left for what nobody wants.
          if (!watched.isUnwanted) each.silent = 0;
          watched.ping(each);
        }
        watched.isUnwanted = true;
        watch();
      },
    };
  };

  thread(0);
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
