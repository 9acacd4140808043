import type { Evidence } from '../schema/evidence.ts';

/** The register of facts and claims; fetched when somebody asks where a figure comes from. */
export async function loadEvidence(): Promise<Evidence> {
  const { default: evidence } = await import('../../models/evidence.json');
  return evidence as Evidence;
}
