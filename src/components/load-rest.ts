import { loadDecision } from './load-decision.ts';
import { loadInputs } from './load-inputs.ts';
import { loadLaw } from './load-law.ts';

let isLoading = false;

/**
 * Loads what stands after the answer, part by part, each when nothing else is going on: to register
 * elements blocks the page for a moment. What cannot be fetched is tried again the next time.
 */
export async function loadRest(): Promise<void> {
  if (isLoading) return;
  isLoading = true;
  for (const load of [loadInputs, loadLaw, loadDecision]) {
    await idleMoment();
    await load().catch(() => {});
  }
  isLoading = false;
}

function idleMoment(): Promise<unknown> {
  return new Promise((resolve) => {
    // Safari has none.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve, 50);
  });
}
