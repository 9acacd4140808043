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

/** A thread, and how long it has been silent. */
export interface Watched {
  readonly thread: Thread;
  isReady: boolean;
  /** Ticks for which it has owed an answer. */
  silent: number;
  /** The first question that was asked after the ping that it owes an answer to; null: it owes none. */
  askedBefore: number | null;
}

/** What is watched: all that a pool knows of its threads. */
export interface WatchedThreads {
  readonly threads: readonly Watched[];
  /** Whether there is anything to wait for. */
  isBusy(): boolean;
  /** Whether something was asked that is no longer wanted, and not heard to be so. */
  isUnwanted: boolean;
  /** Asks a thread for a sign of life, unless it owes one already. */
  ping(watched: Watched): void;
  /** A thread never said that it is ready. */
  neverReady(): void;
  /**
   * A thread has been silent for too long. Questions with a number below `before` may be what keeps
   * it; later ones it has not begun.
   */
  silent(before: number): void;
}

/** Asks threads for signs of life for as long as there is anything to wait for; resolves then. */
export function watchThreads(
  pool: WatchedThreads,
  { silence, start, tick, unwanted }: Patience,
): Promise<void> {
  return new Promise((resolve) => {
    const ticking = setInterval(() => {
      if (!pool.isBusy()) {
        clearInterval(ticking);
        return resolve();
      }
      for (const watched of pool.threads) {
        if (watched.isReady && watched.askedBefore === null) {
          pool.ping(watched);
          continue;
        }
        watched.silent++;
        if (!watched.isReady) {
          if (watched.silent >= start) return pool.neverReady();
        } else if (watched.silent >= (pool.isUnwanted ? unwanted : silence)) {
          // Whatever is still wanted was not what kept it, as far as anyone can tell.
          return pool.silent(pool.isUnwanted ? 0 : (watched.askedBefore ?? 0));
        }
      }
    }, tick);
  });
}
