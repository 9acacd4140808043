import { expect, test } from 'vitest';
import { citation } from '../../src/present/citation.ts';
import { clearSample, sampleResult } from './sample-result.ts';

test('citation says what was found, from what, and where', () => {
  expect(citation(sampleResult(clearSample), 'https://example.org/')).toBe(
    '\u201cDual costs least over 5 years in 83 of 100 simulated futures.\u201d A sample, Tandem 0.1.0, model compliance-tco 1.0.0, law as of 1 November 2026, 10,000 simulated futures, seed 1, result cccccccccccccccc. https://example.org/',
  );
});
