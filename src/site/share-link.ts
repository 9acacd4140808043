import type { ChangedInputs } from '../components/change-history.ts';
import type { ProfileChanges } from '../schema/apply-changes.ts';

/** What the address of the page says: which scenario, and what was changed in it. */
export interface SharedState {
  /** Name of one of the page's scenario files, such as `published.json`. */
  readonly scenario: string;
  readonly changes: ChangedInputs;
  /** What was changed in what the law is asked about. */
  readonly profile?: ProfileChanges;
}

const version = '1';
/** As much as mail programs and chats leave whole. */
const longestLink = 8000;
/** A few letters may unpack to a whole disk. */
const longestText = 200_000;

/**
 * The part of an address after `#` that holds a state: packed, so that it stays short. Browsers
 * never send it to a server.
 */
export async function writeLink(state: SharedState): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(state)),
    new CompressionStream('deflate-raw'),
    longestText,
  );
  const letters = btoa(String.fromCharCode(...packed))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const link = `${version}.${letters}`;
  if (link.length > longestLink)
    throw new Error('there are too many changes for a link; save them as a file instead');
  return link;
}

/** Reads what `writeLink` wrote; null where there is nothing. Throws, in plain words, for anything else. */
export async function readLink(fragment: string): Promise<SharedState | null> {
  const link = fragment.replace(/^#/, '');
  if (!/^\d+\./.test(link)) return null;
  const [made = '', letters = ''] = link.split('.');
  if (made !== version)
    throw new Error('this link was made by another version of Tandem and cannot be read');
  const broken = new Error('this link is not complete; copy all of it');
  if (link.length > longestLink || !/^[\w-]+$/.test(letters)) throw broken;
  let state: unknown;
  try {
    const packed = Uint8Array.from(
      atob(letters.replaceAll('-', '+').replaceAll('_', '/')),
      (each) => each.charCodeAt(0),
    );
    const text = await through(packed, new DecompressionStream('deflate-raw'), longestText);
    state = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    throw broken;
  }
  if (!isState(state)) throw broken;
  return state;
}

/** The values themselves are checked as those of a file are, when they are run. */
function isState(state: unknown): state is SharedState {
  if (typeof state !== 'object' || state === null) return false;
  const { scenario, changes, profile = {} } = state as Partial<Record<keyof SharedState, unknown>>;
  return (
    typeof scenario === 'string' &&
    /^[\w-]+\.json$/.test(scenario) &&
    isRecord(changes) &&
    Object.keys(changes).every((name) => /^\w+$/.test(name) && name !== '__proto__') &&
    isRecord(profile) &&
    Object.keys(profile).every((name) => ['company', 'flows', 'derive'].includes(name))
  );
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too long');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
