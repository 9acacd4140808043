import { afterEach, expect, test, vi } from 'vitest';
import { borrowPageRunner } from '../../src/components/page-runner.ts';
import { comeNear, inside, nextResult, placePublished, textOf } from './place-calculator.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const failed =
  'What would change the answer could not be found: the cost is not a usable number. The answer itself stands.';

test('a search that fails says so and why, wherever it was looked for, and the next one begins anew', async () => {
  const place = borrowPageRunner();
  const search = vi.spyOn(place.runner, 'switchingValues').mockImplementation(() => ({
    outcome: Promise.reject(new Error('the cost is not a usable number.')),
    cancel: () => {},
  }));
  const element = await placePublished();
  const sentence = inside(element, 'tandem-headline:not([compact])')!;
  await expect.poll(() => textOf(sentence)).toContain(failed);
  const table = inside(element, 'tandem-switching')!;
  await expect.poll(() => textOf(table)).toContain(failed);

  const decision = inside(element, 'tandem-decision')!;
  await comeNear(decision, '[data-fold=break-even]');
  await expect.poll(() => textOf(inside(decision, '[data-fold=break-even]')!)).toContain(failed);
  expect(textOf(element)).not.toContain('Looking for what would change the answer');

  search.mockRestore();
  const again = nextResult(element);
  element.seed = 7;
  await again;
  await expect.poll(() => textOf(sentence)).not.toContain(failed);
  await expect.poll(() => textOf(table)).toContain('Emergency remediations');
  place.release();
});
