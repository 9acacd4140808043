import type { Thread } from './thread.ts';

/**
 * How long threads are waited for, in ticks. Ticks are counted, not time: while a computer sleeps or
 * a page lies in the background there are few, and nobody is blamed for it.
 */
export interface Patience {
  /** Milliseconds. */
  readonly tick: number;
  /** Until a thread that was started says that it is ready. */
  readonly start: number;
  /** Until one that computes gives a sign of life: it does so between slices of some milliseconds. */
  readonly silence: number;
  /** The same where what it was asked is no longer wanted. */
  readonly unwanted: number;
}

export const usualPatience: Patience = { tick: 1000, start: 15, silence: 60, unwanted: 4 };

/** A thread, and how long it has been silent. */
interface Watched {
  readonly thread: Thread;
  isReady: boolean;
  /** Ticks for which it has owed an answer. */
  silent: number;
  /** The first question that was asked after the ping that it owes an answer to; null: it owes none. */
  askedBefore: number | null;
}

/** What the watch finds. */
export interface Verdict {
  readonly kind: 'never-ready' | 'silent';
  /** Questions with a number below it may be what keeps the thread; later ones have not been begun. */
  readonly before: number;
}

/** Asks threads for signs of life, and tells of the first that has given none for too long. */
export class ThreadWatch {
  readonly #patience: Patience;
  readonly #judge: (verdict: Verdict) => void;
  readonly #threads: Watched[] = [];
  #ticking: ReturnType<typeof setInterval> | undefined;
  #isAsked = false;
  #isUnwanted = false;
  #nextQuestion = 1;

  constructor(patience: Patience, judge: (verdict: Verdict) => void) {
    this.#patience = patience;
    this.#judge = judge;
  }

  /** A thread was started. */
  add(thread: Thread): void {
    this.#threads.push({ thread, isReady: false, silent: 0, askedBefore: null });
    this.#start();
  }

  /** A thread has said that it is ready, or alive. */
  hear(thread: Thread | undefined): void {
    const watched = this.#threads.find((each) => each.thread === thread);
    if (watched === undefined) return;
    watched.isReady = true;
    watched.silent = 0;
    watched.askedBefore = null;
    if (this.#threads.every(({ askedBefore }) => askedBefore === null)) this.#isUnwanted = false;
    this.#stopWhereIdle();
  }

  /** A question is on its way: from now on threads are asked whether they live. */
  question(id: number): void {
    this.#nextQuestion = id + 1;
    this.#isAsked = true;
    this.#start();
  }

  /** What was asked is no longer wanted: threads have to say soon that they heard it. */
  unwanted(): void {
    this.#isUnwanted = true;
    for (const watched of this.#threads) this.#ping(watched);
    this.#start();
  }

  /** All threads have been ended. */
  clear(): void {
    this.#threads.length = 0;
    this.#isUnwanted = false;
    this.rest();
  }

  /** Every question has been answered, or is no longer wanted. */
  rest(): void {
    this.#isAsked = false;
    this.#stopWhereIdle();
  }

  #stopWhereIdle(): void {
    const isStarting = this.#threads.some(({ isReady }) => !isReady);
    if (this.#isAsked || this.#isUnwanted || isStarting) return;
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  #start(): void {
    this.#ticking ??= setInterval(() => this.#tick(), this.#patience.tick);
  }

  #ping(watched: Watched): void {
    if (!watched.isReady || watched.askedBefore !== null) return;
    watched.askedBefore = this.#nextQuestion;
    watched.thread.post({ kind: 'ping', id: 0 });
  }

  #tick(): void {
    const { silence, start, unwanted } = this.#patience;
    for (const watched of this.#threads) {
      if (watched.isReady && watched.askedBefore === null) {
        this.#ping(watched);
        continue;
      }
      watched.silent++;
      if (!watched.isReady && watched.silent >= start)
        return this.#judge({ kind: 'never-ready', before: Infinity });
      if (watched.isReady && watched.silent >= (this.#isUnwanted ? unwanted : silence))
        return this.#judge({
          kind: 'silent',
          // Whatever is still wanted was not what kept it, as far as anyone can tell.
          before: this.#isUnwanted ? 0 : (watched.askedBefore ?? 0),
        });
    }
  }
}
