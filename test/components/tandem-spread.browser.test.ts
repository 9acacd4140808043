import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defineInputs } from '../../src/components/define-inputs.ts';
import type { TandemSpread } from '../../src/components/tandem-spread.ts';
import type { Triple } from '../../src/schema/leaf-form.ts';

defineInputs(customElements);
afterEach(() => document.body.replaceChildren());

async function place(given: Partial<TandemSpread> = {}) {
  const spread = Object.assign(document.createElement('tandem-spread'), {
    label: 'Cost of an audit',
    triple: [100_000, 250_000, 400_000],
    unit: 'HKD',
    currency: 'HKD',
    lowest: 0,
    ...given,
  });
  document.body.append(spread);
  await spread.updateComplete;
  const told: Triple[] = [];
  spread.addEventListener('change', () => told.push(spread.triple));
  const numbers = [...spread.shadowRoot!.querySelectorAll('tandem-number')];
  const field = (index: number) => numbers[index]!.shadowRoot!.querySelector('input')!;
  return {
    spread,
    told,
    field,
    type: async (index: number, text: string) => {
      await userEvent.fill(field(index), text);
      await userEvent.keyboard('{Enter}');
      await spread.updateComplete;
      await Promise.all(numbers.map((each) => each.updateComplete));
    },
    problems: () =>
      numbers.map((each) => each.shadowRoot!.querySelector('.problem')?.textContent?.trim() ?? ''),
  };
}

test('a spread names its three numbers', async () => {
  const { spread, field } = await place();
  const names = [0, 1, 2].map((index) => field(index).getAttribute('aria-label'));
  expect(names).toEqual([
    'Lowest: Cost of an audit',
    'Most likely: Cost of an audit',
    'Highest: Cost of an audit',
  ]);
  spread.form = 'percentiles';
  await spread.updateComplete;
  expect(field(0).getAttribute('aria-label')).toBe('10 of 100 are below: Cost of an audit');
});

test('a spread tells its numbers where they fit together', async () => {
  const { told, type, problems } = await place();
  await type(2, '500k');
  expect(told).toEqual([[100_000, 250_000, 500_000]]);
  expect(problems()).toEqual(['', '', '']);
});

test('numbers out of order wait, with the reason beside the one that was changed', async () => {
  const { problems, spread, told, type } = await place();
  await type(0, '300k');
  expect(problems()).toEqual(['It must be below “most likely”, HK$250,000.', '', '']);
  expect(told).toEqual([]);
  expect(spread.triple).toEqual([100_000, 250_000, 400_000]);
  await type(1, '350k');
  expect(problems()).toEqual(['', '', '']);
  expect(told).toEqual([[300_000, 350_000, 400_000]]);
});

test('a new scenario puts what waits aside', async () => {
  const { problems, spread, type } = await place();
  await type(0, '300k');
  spread.triple = [1, 2, 3];
  await spread.updateComplete;
  expect(problems()).toEqual(['', '', '']);
});

test('numbers that do not fit together yet stay when the same range is drawn again', async () => {
  const { field, spread, told, type } = await place();
  await type(0, '500k');
  spread.triple = [100_000, 250_000, 400_000];
  await spread.updateComplete;
  expect(field(0).value).toBe('500,000');
  expect(told).toEqual([]);
  await type(1, '600k');
  await type(2, '700k');
  expect(told).toEqual([[500_000, 600_000, 700_000]]);
});
