import { quoted } from './describe.ts';

/**
 * The file that `extends` means, as a path from the folder of the first scenario. Only files in
 * that folder or below it are read: a scenario from a stranger must not reach the rest of a disk.
 */
export function resolveExtends(
  from: string,
  target: string,
): { readonly name: string } | { readonly problem: string } {
  const refuse = (why: string) => ({
    problem: `${quoted(target)} ${why}; give a file beside this one, such as ./published.json`,
  });
  if (target.length > 500) return refuse('is too long');
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(target))
    return refuse('is an address, not a file in this folder');
  if (target.startsWith('/') || target.startsWith('~'))
    return refuse('is not relative to this file');
  if (target.includes('\\')) return refuse('is written with \\; folders are joined by /');
  if (/[\0?#%]/.test(target)) return refuse('holds a character that file names may not have here');

  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return refuse('lies outside the folder of the scenario');
  }
  if (parts.length === 0 || target.endsWith('/')) return refuse('is a folder');
  return { name: parts.join('/') };
}
