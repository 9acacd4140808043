import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that Tandem lies in, found from its own code: there are its models. */
export function packageFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'models', 'compliance-tco.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`the models of Tandem are not above ${start}`);
  }
}
