import { sha256 } from '../numeric/sha256.ts';

/** The 64-bit key of a stream's name: the first 8 bytes of its SHA-256, as two 32-bit integers. */
export function streamKey(name: string): readonly [number, number] {
  const digest = sha256(new TextEncoder().encode(name));
  const view = new DataView(digest.buffer, digest.byteOffset, 8);
  return [view.getInt32(0), view.getInt32(4)];
}
