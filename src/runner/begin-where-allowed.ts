import { beginCompiledEngine } from '../engine/compiled-engine.ts';
import { letsCompile } from './web-assembly-policy.ts';

/** A run does not wait longer than this for a faster engine, in milliseconds. */
const patience = 300;

/**
 * Begins the compiled engine in a worker whose policy allows it. A worker from a file is held to
 * the policy that the file was sent with, which no script can ask for; but the file can be fetched
 * again, out of the browser's memory, and its headers read. To try and fail would be a violation
 * that the page's owner gets to read. A worker from a text has the policy of its page, which nobody
 * can ask for: it stays with the plain engine.
 */
export function beginWhereAllowed(file: string): Promise<unknown> {
  if (!/^https?:/.test(file)) return Promise.resolve(false);
  const begun = fetch(file, { cache: 'force-cache' })
    .then(({ headers }) => letsCompile(headers) && beginCompiledEngine())
    .catch(() => false);
  return Promise.race([begun, new Promise((resolve) => setTimeout(resolve, patience))]);
}
