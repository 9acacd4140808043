import { expect, test } from 'vitest';
import { citation } from '../../src/present/citation.ts';
import { clearSample, sampleResult } from './sample-result.ts';

test('citation says what was found, from what, and where', () => {
  expect(citation(sampleResult(clearSample), 'https://example.org/')).toBe(
    '\u201cDual costs least of the 3 options: HK$3.90\u00a0M over 5 years on average, HK$2.66\u00a0M less than PIPL only.\u201d A sample, Tandem 0.1.0, model compliance-tco 1.0.0, law as of 1 November 2026, 10,000 simulated futures, seed 1, result cccccccccccccccc. https://example.org/',
  );
});
