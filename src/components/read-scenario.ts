import { parse } from 'jsonc-parser';
import { resolveExtends } from '../schema/extends-path.ts';

/** A scenario's text and those of the files that it extends, by the names they go by. */
export interface ScenarioFiles {
  readonly file: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

/** As deep as a chain of scenarios may be; the run says what is wrong with a longer one. */
const longestChain = 8;

/** Reads a scenario, and what it extends from the same folder, from the page's own server. */
export async function readScenario(source: string, signal: AbortSignal): Promise<ScenarioFiles> {
  const address = new URL(source, document.baseURI);
  const file = address.pathname.split('/').at(-1) ?? 'scenario.json';
  const text = await fetchText(address, signal);
  return { file, text, files: await readParents(file, text, address, signal) };
}

/** A scenario that is in the page already. */
export async function readScenarioText(text: string, signal: AbortSignal): Promise<ScenarioFiles> {
  const file = 'scenario.json';
  return { file, text, files: await readParents(file, text, new URL(document.baseURI), signal) };
}

async function readParents(
  file: string,
  text: string,
  address: URL,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  let [name, source] = [file, text];
  for (let depth = 0; depth < longestChain; depth++) {
    const parent = extendsOf(source);
    const resolved = parent === null ? null : resolveExtends(name, parent);
    // A path that is refused, or a circle, is told by the run with its place in the file.
    if (resolved === null || 'problem' in resolved) break;
    name = resolved.name;
    if (name === file || name in files) break;
    const found = await fetchText(new URL(name, address), signal).catch(() => null);
    if (found === null) break;
    files[name] = source = found;
  }
  return files;
}

function extendsOf(text: string): string | null {
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  if (typeof value !== 'object' || value === null || !('extends' in value)) return null;
  return typeof value.extends === 'string' ? value.extends : null;
}

async function fetchText(address: URL, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address.pathname} cannot be read (${response.status})`);
  return response.text();
}
