import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the program in order when it is told to, with the exit code that a shell gives for it: 130 for
 * Ctrl-C. Told again, it ends at once. Gives what makes signals act as if this had not been asked.
 */
export function endOnSignals(inOrder: () => void): () => void {
  const leave = () => {
    for (const signal of signals) process.off(signal, end);
  };
  const end = (signal: (typeof signals)[number]) => {
    leave();
    inOrder();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.on(signal, end);
  return leave;
}
