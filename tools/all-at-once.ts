/**
 * What a script needs before it does anything, in one file: a request less each, and smaller, since
 * many short files leave compression little to find in one that it has seen in another.
 */
export function allAtOnce(name: string) {
  return { groups: [{ name, tags: ['$initial' as const] }] };
}
