import type { ChangedInputs } from '../components/change-history.ts';
import type { ProfileChanges } from '../schema/apply-changes.ts';

/** What the address of the page says: which scenario, and what was changed in it. */
export interface SharedState {
  /** Name of one of the page's scenario files, such as `published.json`. */
  readonly scenario: string;
  readonly changes: ChangedInputs;
  /** What was changed in what the law is asked about. */
  readonly profile?: ProfileChanges;
  /** How the hash of the result begins that its sender saw. */
  readonly result?: string;
}

/** Packed, and as it is where the browser cannot pack. */
const version = '1';
const plainVersion = '1p';
/** As much as mail programs and chats leave whole. */
const longestLink = 8000;
/** A few letters may unpack to a whole disk. */
const longestText = 200_000;
/** No value of an input is so deep; deeper ones would only exhaust whoever reads them. */
const deepest = 12;

/**
 * The part of an address after `#` that holds a state: packed, so that it stays short. Browsers
 * never send it to a server. A browser that cannot pack writes it as it is, which every one reads.
 */
export async function writeLink(state: SharedState): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(state));
  const stream = typeof CompressionStream === 'function' ? packer() : null;
  const link =
    stream === null || text.length > longestText
      ? `${plainVersion}.${lettersOf(text)}`
      : `${version}.${lettersOf(await through(text, stream, longestText))}`;
  if (link.length > longestLink)
    throw new Error('there are too many changes for a link; save them as a file instead');
  return link;
}

/** Reads what `writeLink` wrote; null where there is nothing. Throws, in plain words, for anything else. */
export async function readLink(fragment: string): Promise<SharedState | null> {
  const link = fragment.replace(/^#/, '');
  if (!/^\d+[a-z]?\./.test(link)) return null;
  const [made = '', letters = ''] = link.split('.');
  if (made !== version && made !== plainVersion)
    throw new Error('this link was made by another version of Tandem and cannot be read');
  if (made === version && typeof DecompressionStream !== 'function')
    throw new Error('this browser is too old to unpack this link; open it in a newer one');
  const broken = new Error('this link is not complete; copy all of it');
  if (link.length > longestLink || !/^[\w-]+$/.test(letters)) throw broken;
  let state: unknown;
  try {
    const bytes = bytesOf(letters);
    const text =
      made === plainVersion
        ? bytes
        : await through(bytes, new DecompressionStream('deflate-raw'), longestText);
    state = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    throw broken;
  }
  if (!isState(state)) throw broken;
  return state;
}

/** The values themselves are checked as those of a file are, when they are run. */
function isState(state: unknown): state is SharedState {
  if (!isRecord(state) || !isShallow(state, deepest)) return false;
  const {
    scenario,
    changes,
    profile = {},
    result = '',
  } = state as Partial<Record<keyof SharedState, unknown>>;
  return (
    typeof result === 'string' &&
    /^[0-9a-f]{0,64}$/.test(result) &&
    typeof scenario === 'string' &&
    /^[\w-]+\.json$/.test(scenario) &&
    isRecord(changes) &&
    Object.keys(changes).every((name) => /^\w+$/.test(name)) &&
    isRecord(profile) &&
    Object.keys(profile).every((name) =>
      ['company', 'flows', 'derive', 'correlations'].includes(name),
    )
  );
}

/** Neither deeper than it may be nor with names that mean something to the language itself. */
function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(
    ([name, member]) => !forbidden.has(name) && isShallow(member, depth - 1),
  );
}

const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** null where the browser knows the stream but not the format. */
function packer(): CompressionStream | null {
  try {
    return new CompressionStream('deflate-raw');
  } catch {
    return null;
  }
}

function lettersOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (each) => each.charCodeAt(0));
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
