/** A built file that is fetched when it is needed: what it does, to be called with how it reaches others. */
interface PartFile {
  readonly default: (reach: typeof importPart) => Promise<object>;
}

const notFetched = 'A part of Tandem could not be fetched. Check the connection, then try again.';

/** Parts that are here or on their way, by address. */
const parts = new Map<string, Promise<object>>();
/** How often a file could not be fetched, by address. */
const failures = new Map<string, number>();

/**
 * What a part of the built page exports; see parts-plugin.ts, which has every `import()` call this.
 * Asked again after it could not be had, it is fetched again, and so is each part that it needs.
 * `load` imports the file at `path` beside `base`. Rejects, with a message for people, where that fails.
 */
export function importPart(
  path: string,
  base: string,
  load: () => Promise<PartFile>,
): Promise<object> {
  const address = new URL(path, base).href;
  let part = parts.get(address);
  if (part === undefined) {
    part = fetchFile(address, load).then((file) => file.default(importPart));
    parts.set(address, part);
    part.catch(() => parts.delete(address));
  }
  return part;
}

async function fetchFile(address: string, load: () => Promise<PartFile>): Promise<PartFile> {
  try {
    return await load();
  } catch (error) {
    const failed = failures.get(address) ?? 0;
    failures.set(address, failed + 1);
    const fault = new Error(notFetched, { cause: error });
    if (failed === 0) throw fault;
    // Many browsers remember that an address could not be imported, and never ask for it again. Where
    // an application's bundler has put the file elsewhere, its own way to load it has just been tried.
    const anew = `${address}?attempt=${failed + 1}`;
    return (import(/* @vite-ignore */ /* webpackIgnore: true */ anew) as Promise<PartFile>).catch(
      () => {
        throw fault;
      },
    );
  }
}
