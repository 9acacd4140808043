import { Worker } from 'node:worker_threads';
import type { Acknowledgement, CommandMessage, CommandRequest } from './command-message.ts';
import { CommandStop, exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/**
 * Carries out a command in a thread of its own, so that this one is free to hear signals whatever the
 * command is at. null where no thread is to be had. `thread` is command-thread.ts as it was built.
 */
export function inCommandThread(
  request: CommandRequest,
  terminal: Terminal,
  thread: URL,
): Promise<ExitCode | null> {
  let worker: Worker;
  try {
    worker = new Worker(thread, { workerData: request });
  } catch {
    return Promise.resolve(null);
  }
  return new Promise((resolve, reject) => {
    const acknowledge = (asked: Promise<void>) => {
      const tell = (answer: Acknowledgement) => worker.postMessage(answer);
      asked.then(
        () => tell({ taken: true }),
        (error: unknown) => {
          if (!(error instanceof CommandStop)) reject(error);
          else tell({ taken: false, code: error.code, message: error.message });
        },
      );
    };
    worker.on('message', (message: CommandMessage) => {
      switch (message.kind) {
        case 'answer':
          return acknowledge(terminal.answer(message.text));
        case 'begin':
          return acknowledge(terminal.begin(message.out));
        case 'part':
          return acknowledge(terminal.part(message.part));
        case 'finish':
          return acknowledge(terminal.finish());
        case 'remark':
          return terminal.remark(message.text);
        case 'progress':
          return terminal.progress(message.run);
        case 'over':
          resolve(message.code);
          return void worker.terminate();
      }
      return message satisfies never;
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isMemory ? new CommandStop(exitCode.failedRun, outOfMemory) : error);
    });
    worker.on('exit', () => reject(new Error('the thread of the command ended before it')));
  });
}

const outOfMemory =
  'the memory that Node may use is not enough. Ask for fewer futures with --trials';
