/** What a JSON file is by what it holds: a scenario unless it is plainly something else. */
export type KindOfFile = 'model' | 'evidence' | 'result' | 'scenario' | 'json-schema';

export function kindOfFile(value: unknown): KindOfFile {
  if (typeof value !== 'object' || value === null) return 'scenario';
  if ('$schema' in value && String(value.$schema).includes('json-schema.org')) return 'json-schema';
  const has = (...keys: readonly string[]) => keys.every((key) => Object.hasOwn(value, key));
  if (has('manifest') || ('format' in value && String(value.format).startsWith('tandem-result')))
    return 'result';
  if (has('claims', 'facts')) return 'evidence';
  const signs = [
    'outputs',
    'categories',
    'groups',
    'comparison',
    'events',
    'ratios',
    'id',
    'title',
  ];
  return signs.filter((key) => has(key)).length >= 2 ? 'model' : 'scenario';
}
