import type { Handle, Runner } from '../runner/runner.ts';
import type { RunRequest } from '../runner/run-request.ts';

/** Whom to ask more about the scenario of a whole run, until the next run begins. */
export interface Asking {
  readonly runner: Runner;
  readonly request: RunRequest;
  /** Aborted where another run has begun: what was asked is then given up. */
  readonly signal: AbortSignal;
}

/** Asks something of a scenario; never settles once another run has begun. */
export function ask<T>(
  { request, runner, signal }: Asking,
  question: (runner: Runner, request: RunRequest) => Handle<T>,
): Promise<T> {
  if (signal.aborted) return new Promise(() => {});
  const asked = question(runner, request);
  signal.addEventListener('abort', () => asked.cancel(), { once: true });
  return asked.outcome;
}
