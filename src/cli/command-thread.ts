import { parentPort, workerData } from 'node:worker_threads';
import type { CommandMessage, CommandRequest } from './command-message.ts';
import { perform } from './perform.ts';
import { threadTerminal } from './thread-terminal.ts';

/** The thread that a command is carried out in. */
if (parentPort !== null) {
  const port = parentPort;
  const request = workerData as CommandRequest;
  const code = await perform(request.name, request.given, threadTerminal(port, request));
  const over: CommandMessage = { kind: 'over', code };
  port.postMessage(over);
}
