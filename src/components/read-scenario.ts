import { resolveExtends } from '../schema/extends-path.ts';

/** A scenario file and the files that it extends, as text, by the names they go by. */
export interface ScenarioFiles {
  readonly scenarioFile: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Gives the text of a file that a scenario extends; null where it cannot be had. */
type ReadParent = (name: string) => Promise<string | null>;

/** Reads a scenario, and what it extends from the same folder, from the page's own server. */
export async function readScenario(source: string, signal: AbortSignal): Promise<ScenarioFiles> {
  const address = new URL(source, document.baseURI);
  const file = address.pathname.split('/').at(-1) ?? 'scenario.json';
  const text = await fetchText(address, signal);
  return withParents(file, text, (name) => fetchText(new URL(name, address), signal));
}

/** A scenario that is in the page already. */
export function readScenarioText(text: string, signal: AbortSignal): Promise<ScenarioFiles> {
  const address = new URL(document.baseURI);
  return withParents('scenario.json', text, (name) => fetchText(new URL(name, address), signal));
}

/**
 * A scenario that a person opened, with what it extends among the files opened together, or among
 * those that the page offers anyway. Nothing else is asked of a server: it would tell a client's name.
 */
export async function readOpenedFiles(
  opened: readonly File[],
  offered: readonly string[],
  signal: AbortSignal,
): Promise<ScenarioFiles> {
  const texts = new Map<string, string>();
  for (const file of opened) texts.set(file.name, await file.text());
  const extended = new Set<string>();
  const results: ScenarioFiles[] = [];
  for (const [file, text] of texts) {
    const result = await withParents(file, text, async (name) => {
      extended.add(name);
      const own = texts.get(name);
      if (own !== undefined) return own;
      const known = offered.find((address) => address.split('/').at(-1) === name);
      return known === undefined ? null : fetchText(new URL(known, document.baseURI), signal);
    });
    results.push(result);
  }
  // Of several files, the one that no other extends is meant.
  const [meant] = results.filter(({ scenarioFile }) => !extended.has(scenarioFile));
  const first = meant ?? results[0];
  if (first === undefined) throw new Error('no file was opened');
  return first;
}

async function withParents(file: string, text: string, read: ReadParent): Promise<ScenarioFiles> {
  const files: Record<string, string> = { [file]: text };
  // Most scenarios stand alone: only one that extends another has the reader of JSON fetched.
  if (!text.includes('extends')) return { scenarioFile: file, files };
  const { extendsOfText, longestChain } = await import('../schema/extends-of.ts');
  let [name, source] = [file, text];
  for (let depth = 1; depth < longestChain; depth++) {
    const parent = extendsOfText(source);
    const resolved = parent === null ? null : resolveExtends(name, parent);
    // A path that is refused, or a circle, is told by the run with its place in the file.
    if (resolved === null || 'problem' in resolved) break;
    name = resolved.name;
    if (Object.hasOwn(files, name)) break;
    const found = await read(name).catch(() => null);
    if (found === null) break;
    files[name] = source = found;
  }
  return { scenarioFile: file, files };
}

async function fetchText(address: URL, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address.pathname} cannot be read (${response.status})`);
  return response.text();
}
