import type { FromThread, ToThread } from './messages.ts';

/** A thread that answers messages, whatever it is: a worker of a page, a thread of Node. */
export interface Thread {
  post(message: ToThread, transfer?: readonly ArrayBuffer[]): void;
  end(): void;
}

/** Starts a thread; throws, or tells a fault, where it is refused. */
export type StartThread = (
  receive: (message: FromThread) => void,
  fault: (why: string) => void,
) => Thread;
