import { engineSource } from './inlined-engine.ts';
import { trustedAddress } from './trusted-address.ts';

let address: URL | null = null;

/** Has workers start from a file: one that begins the engine where there is no document. */
export function startWorkersFrom(file: URL): void {
  address = file;
}

/**
 * Stands for start-worker.ts in the classic file: a worker from that very file, else from the text
 * of the engine in it. Throws where the page's policy refuses it.
 */
export function startWorker(): Worker {
  // Kept for as long as the page is there: each later worker starts from it too.
  address ??= new URL(URL.createObjectURL(new Blob([engineSource()], { type: 'text/javascript' })));
  return new Worker(trustedAddress(address), { name: 'tandem' });
}
