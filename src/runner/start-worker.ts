// oxlint-disable-next-line import/default
import workerAddress from './worker.ts?worker&url';
import { trustedAddress } from './trusted-address.ts';

/** A worker from a file of the page's own origin; throws where the page's policy refuses it. */
export function startWorker(): Worker {
  const address = new URL(workerAddress, import.meta.url);
  return new Worker(trustedAddress(address), { type: 'module', name: 'tandem' });
}
