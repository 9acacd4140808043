import { claims } from '../../models/evidence.json';
import type { Evidence } from '../schema/evidence.ts';

/** The published claims that results of bundled models are checked against. */
export const bundledClaims = { claims } as Pick<Evidence, 'claims'>;
