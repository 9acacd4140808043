import { usualDecision } from '../analysis/decision-options.ts';
import { arraysOf } from './arrays-of.ts';
import type { FromThread, ToThread } from './messages.ts';
import { NoAnswer, PlaceLost } from './runner.ts';
import type { Handle, RunListener, Runner } from './runner.ts';
import { ThreadWatch, usualPatience } from './thread-watch.ts';
import type { StartThread, Thread } from './thread.ts';

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
  const threads: Thread[] = [];
  let lost: PlaceLost | null = null;
  let nextId = 1;

  const endThreads = (): void => {
    for (const thread of threads) thread.end();
    threads.length = 0;
    watch.clear();
  };
  const lose = (why: string): void => {
    lost ??= new PlaceLost(why);
    endThreads();
    for (const job of jobs.values()) job.reject(lost);
    jobs.clear();
    watch.rest();
  };
  const watch = new ThreadWatch(patience, ({ before, kind }) => {
    if (kind === 'never-ready') return lose('the worker does not answer');
    endThreads();
    for (const [id, job] of jobs) {
      if (id < before) {
        jobs.delete(id);
        job.reject(new NoAnswer((patience.silence * patience.tick) / 1000));
      } else {
        thread(0)?.post(job.message);
        watch.question(id);
      }
    }
  });
  const thread = (index: number): Thread | null => {
    if (lost !== null) return null;
    try {
      while (threads.length <= index) {
        let own: Thread | undefined;
        let isReady = false;
        const isCurrent = () => own === undefined || threads.includes(own);
        const started = start(
          (message) => {
            if (!isCurrent()) return;
            isReady = true;
            watch.hear(own);
            receive(message);
          },
          (why) => isCurrent() && lose(why),
        );
        // A thread may be refused while it is being started.
        if (lost !== null) {
          started.end();
          break;
        }
        own = started;
        threads.push(started);
        watch.add(started);
        if (isReady) watch.hear(started);
      }
    } catch (error) {
      lose(String(error));
    }
    return threads[index] ?? null;
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
        end(message.id);
        job.resolve(message);
        return;
      case 'lost':
        lose(message.message);
        return;
      case 'failed':
        end(message.id);
        job.reject(new Error(message.message));
    }
  };
  const end = (id: number): boolean => {
    const wasThere = jobs.delete(id);
    if (jobs.size === 0) watch.rest();
    return wasThere;
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
      if (lost === null) watch.question(id);
    });
    return {
      outcome,
      cancel() {
        if (!end(id)) return;
        for (const each of threads) each.post({ kind: 'cancel', id });
        watch.unwanted();
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
