import type { Arguments } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import type { Progress } from './terminal.ts';

/** What a thread is started with to carry out a command. */
export interface CommandRequest {
  readonly name: string;
  readonly given: Arguments;
  readonly styled: boolean;
}

/** What the thread of a command asks of the thread that holds the terminal. */
export type CommandMessage =
  /** Both are acknowledged, so that no more is under way than one part of an answer. */
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'begin'; readonly out: string }
  | { readonly kind: 'part'; readonly part: string | Uint8Array }
  | { readonly kind: 'finish' }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'progress'; readonly run: Progress | null }
  | { readonly kind: 'over'; readonly code: ExitCode };

/** What the thread of a command is told of what it asked for. */
export type Acknowledgement =
  | { readonly taken: true }
  | { readonly taken: false; readonly code: ExitCode; readonly message: string };
