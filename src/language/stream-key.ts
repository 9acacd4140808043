import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** The 64-bit key of a stream's name: the first 8 bytes of its SHA-256, as two 32-bit integers. */
export function streamKey(name: string): readonly [number, number] {
  const digest = sha256(utf8ToBytes(name));
  const view = new DataView(digest.buffer, digest.byteOffset, 8);
  return [view.getInt32(0), view.getInt32(4)];
}
