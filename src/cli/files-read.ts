import { printable } from '../schema/describe.ts';
import { wrongCommand } from './exit-code.ts';
import { fileIdentity } from './file-identity.ts';

/**
 * Every file that this command has read: its scenario and what that extends, model, evidence,
 * library, flows, targets. One process runs one command, and whatever reads a file says so here, so
 * that no command has to list its inputs.
 */
const filesRead = new Map<string, string>();

/** Remembers that a file is an input of this command. */
export function noteFileRead(path: string): void {
  const identity = fileIdentity(path);
  if (identity !== null && !filesRead.has(identity)) filesRead.set(identity, path);
}

/** Ends the command where --out names a file that it has read, be it by another name or a link. */
export function refuseToReplaceInput(out: string | undefined): void {
  if (out === undefined) return;
  const identity = identityOrNull(out);
  const input = identity === null ? undefined : filesRead.get(identity);
  if (input === undefined) return;
  const also = input === out ? '' : `, as ${printable(input)}`;
  throw wrongCommand(
    `--out ${printable(out)} is a file that this command reads${also}; nothing was written. Give another name after --out`,
  );
}

/** Also null where it cannot be looked at, which whoever writes it will tell. */
function identityOrNull(path: string): string | null {
  try {
    return fileIdentity(path);
  } catch {
    return null;
  }
}
