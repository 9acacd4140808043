import type { MessagePort } from 'node:worker_threads';
import type { Acknowledgement, CommandMessage, CommandRequest } from './command-message.ts';
import { CommandStop } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** The terminal as the thread of a command has it: it asks the thread that holds it. */
export function threadTerminal(
  port: MessagePort,
  { styled }: Pick<CommandRequest, 'styled'>,
): Terminal {
  const tell = (message: CommandMessage) => port.postMessage(message);
  const ask = (message: CommandMessage) =>
    new Promise<void>((resolve, reject) => {
      port.once('message', (answer: Acknowledgement) => {
        if (answer.taken) resolve();
        else reject(new CommandStop(answer.code, answer.message));
      });
      tell(message);
    });
  let shown = -1;
  return {
    styled,
    answer: (text) => ask({ kind: 'answer', text }),
    remark: (text) => tell({ kind: 'remark', text }),
    progress(run) {
      const percent = run === null ? -1 : Math.floor(100 * run.share);
      if (run !== null && percent === shown) return;
      shown = percent;
      tell({ kind: 'progress', run });
    },
    begin: (out) => ask({ kind: 'begin', out }),
    part: (part) => ask({ kind: 'part', part }),
    finish: () => ask({ kind: 'finish' }),
  };
}
