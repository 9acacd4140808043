import { beginWhereAllowed } from '../runner/begin-where-allowed.ts';
import type { ToThread } from '../runner/messages.ts';
import { serveRun } from '../runner/serve-run.ts';

export { serveRun };

// A worker is given the same text as the page; it alone has no document. As in runner/worker.ts.
if (typeof document === 'undefined') {
  const server = serveRun(
    (message, transfer) => self.postMessage(message, { transfer: [...transfer] }),
    16,
    beginWhereAllowed(self.location.href),
  );
  self.addEventListener('message', (event: MessageEvent<ToThread>) => server.receive(event.data));
}
