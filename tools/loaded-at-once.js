import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A static import or re-export of a built file; one that is fetched later is a call, with a bracket. */
const importOf = /\b(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g;

/** A built file of a folder whose name begins so, and all that a browser has to fetch before it runs. */
export function loadedAtOnce(folder, beginning) {
  const first = readdirSync(folder).find(
    (name) => name.startsWith(beginning) && name.endsWith('.js'),
  );
  if (first === undefined) throw new Error(`${folder} has no ${beginning}*.js: build it first`);
  const files = new Set([join(folder, first)]);
  // A set is walked to its end, also where it grows meanwhile.
  for (const file of files)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(importOf))
      files.add(join(dirname(file), path));
  return [...files];
}
