import type { Result } from '../schema/result.ts';
import { hashOf } from './canonical-json.ts';

/**
 * Hash of what a result says: all of it but the hash itself, the place of the scenario file and
 * the labels, which may be reworded or translated without changing an answer.
 */
export function resultHash(result: Result): string {
  const { resultHash: _hash, ...manifest } = result.manifest;
  const { file: _file, ...scenario } = manifest.scenario;
  const { $schema: _schema, ...rest } = result;
  return hashOf(withoutLabels({ ...rest, manifest: { ...manifest, scenario } }));
}

function withoutLabels(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLabels);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(
    ([key, member]) => !(key === 'label' && typeof member === 'string'),
  );
  return Object.fromEntries(members.map(([key, member]) => [key, withoutLabels(member)]));
}
