import { expect, it } from 'vitest';
import {
  hashOfColumns,
  publishedHash,
  publishedPlan,
  runInParts,
} from '../helpers/published-run.ts';

it('Chromium gives the bits that Node gives', () => {
  expect(hashOfColumns(runInParts(publishedPlan(), 20_000, 1, () => 0))).toBe(publishedHash);
});
