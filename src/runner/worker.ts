import { beginWhereAllowed } from './begin-where-allowed.ts';
import type { ToThread } from './messages.ts';
import { serveRun } from './serve-run.ts';

const server = serveRun(
  (message, transfer) => self.postMessage(message, { transfer: [...transfer] }),
  16,
  beginWhereAllowed(self.location.href),
);
self.addEventListener('message', (event: MessageEvent<ToThread>) => server.receive(event.data));
