import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../schema/parse-document.ts';
import { printable } from '../schema/describe.ts';
import { CommandStop, wrongInput } from './exit-code.ts';
import { noteFileRead } from './files-read.ts';
import { kindOfFile } from './kind-of-file.ts';
import { peekBytes } from './read-file.ts';

/** More than any portfolio: whoever names the root of a disk is told so at once. */
const mostFiles = 2000;

/** Whether a path names a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * The scenario files among paths of files and folders, in the order given and by name within a
 * folder and the folders in it. A file that is named counts whatever it holds; of a folder, JSON
 * files that cannot be read count too, so that a broken one is told of and not passed over.
 */
export function findScenarios(paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    if (!isFolder(path)) {
      found.add(path);
      continue;
    }
    const before = found.size;
    for (const file of jsonFilesIn(path)) if (mayBeScenario(file)) found.add(file);
    if (found.size === before)
      throw wrongInput(`${printable(path)}: there is no scenario in this folder`);
  }
  // All of them, before the first is read: --out must be none of them.
  for (const file of found) noteFileRead(file);
  return [...found];
}

function jsonFilesIn(folder: string): readonly string[] {
  const files: string[] = [];
  const visit = (inside: string) => {
    const entries = readdirSync(inside, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(inside, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      // A link to a folder is not followed: it may lead back to where it is.
      if (entry.isDirectory()) visit(path);
      else if (entry.name.endsWith('.json') && (entry.isFile() || entry.isSymbolicLink()))
        files.push(path);
      if (files.length > mostFiles)
        throw wrongInput(
          `${printable(folder)}: there are more than ${mostFiles} JSON files in this folder`,
        );
    }
  };
  visit(folder);
  return files;
}

function mayBeScenario(file: string): boolean {
  try {
    const source = peekBytes(file);
    if (source === null) return true;
    const { value } = parseDocument(source, file);
    if (value === undefined) return true;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject || kindOfFile(value) !== 'scenario') return false;
    // Any other JSON file, such as settings of an editor, names neither a model nor a scenario.
    return 'model' in value || 'extends' in value;
  } catch (error) {
    if (error instanceof CommandStop) return true;
    throw error;
  }
}
