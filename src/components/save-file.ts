import { saveBlob } from './save-blob.ts';

/** Offers a scenario's text as a file to be kept; returns what was done, in words. */
export function saveFile(text: string, name: string): string {
  return saveBlob(new Blob([text], { type: 'application/json' }), name, 'json');
}
