import * as v from 'valibot';
import { expect, test } from 'vitest';
import { resultSchema } from '../../src/schema/result.ts';
import { clearSample, sampleResult } from './sample-result.ts';

test('the sample of these tests is a result', () => {
  expect(v.safeParse(resultSchema, sampleResult(clearSample)).issues).toBeUndefined();
});
