import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { partText } from './part-text.ts';

const runtime = fileURLToPath(new URL('import-part.ts', import.meta.url));
/** What import-part.ts exports to the other files that a page has at once. */
const reach = 'importPart';

/** For a build whose first files are several: the entry exports nothing that it is not to have. */
export const reachApart = { groups: [{ name: 'import-part', test: /\/import-part\.ts$/ }] };

/**
 * Has what is fetched later be fetched again where that failed. By the rules of HTML a browser
 * remembers for good that a module could not be fetched, and with it every module that imports it;
 * only a fresh address is asked for again. So a file that is fetched later imports no other one: it
 * becomes a function that is handed what it needs, and import-part.ts fetches each, anew if need be.
 */
export function partsPlugin(): Plugin {
  return {
    name: 'tandem-parts',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (id === runtime) return { code, map: null, moduleSideEffects: 'no-treeshake' };
      // It has to be there at once, or it could not be fetched either.
      return this.getModuleInfo(id)?.isEntry === true
        ? { code: `import ${JSON.stringify(runtime)};\n${code}`, map: null }
        : null;
    },
    renderChunk(code, { fileName }, _, { chunks }) {
      const host = Object.values(chunks).find(({ moduleIds }) => moduleIds.includes(runtime));
      if (host === undefined) return null;
      const here = posix.dirname(fileName);
      const initial = initialFiles(chunks);
      const isLater = (path: string): boolean => {
        const file = posix.join(here, path);
        return path.startsWith('.') && Object.hasOwn(chunks, file) && !initial.has(file);
      };
      const isPart = !initial.has(fileName);
      const text = partText(code, this.parse(code), { isPart, isLater, reach });
      if (fileName === host.fileName) {
        // To export it would make it part of what the library says that it has.
        if (!host.isEntry) return { code: `${text ?? code}\nexport{${reach}};`, map: null };
      } else if (text !== null && !isPart) {
        if (host.isEntry) this.error(`${runtime} needs a file of its own: ${fileName} imports it`);
        const path = posix.relative(here, host.fileName);
        return { code: `import{${reach}}from"./${path}";\n${text}`, map: null };
      }
      return text === null ? null : { code: text, map: null };
    },
  };
}

/** What a browser has before anything runs: entries and all that they import. */
function initialFiles(
  chunks: Readonly<Record<string, Rolldown.RenderedChunk>>,
): ReadonlySet<string> {
  const files = new Set(
    Object.values(chunks)
      .filter(({ isEntry }) => isEntry)
      .map(({ fileName }) => fileName),
  );
  // A set is walked to its end, also where it grows meanwhile.
  for (const file of files) for (const each of chunks[file]?.imports ?? []) files.add(each);
  return files;
}
