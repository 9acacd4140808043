import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defineInputs } from '../../src/components/define-inputs.ts';
import type { TandemNumber } from '../../src/components/tandem-number.ts';

defineInputs(customElements);
afterEach(() => document.body.replaceChildren());

async function place(given: Partial<TandemNumber> = {}) {
  const number = Object.assign(document.createElement('tandem-number'), {
    label: 'Cost of an audit',
    value: 300_000,
    lowest: 0,
    unit: 'HKD',
    currency: 'HKD',
    ...given,
  });
  document.body.append(number);
  await number.updateComplete;
  const told: number[] = [];
  number.addEventListener('change', () => told.push(number.value));
  const field = number.shadowRoot!.querySelector('input')!;
  return {
    number,
    told,
    field,
    type: async (text: string) => {
      await userEvent.fill(field, text);
      await userEvent.keyboard('{Enter}');
      await number.updateComplete;
    },
    problem: () => number.shadowRoot!.querySelector('.problem')?.textContent?.trim() ?? '',
  };
}

test.each<[string, number, string]>([
  ['250k', 250_000, '250,000'],
  ['HK$1.2 M', 1_200_000, '1.2\u00a0M'],
  ['1,234,567', 1_234_567, '1.235\u00a0M'],
])('a field reads %s, and writes it as all numbers are written', async (text, value, written) => {
  const { field, told, type } = await place();
  await type(text);
  expect(told).toEqual([value]);
  expect(field.value).toBe(written);
});

test('a field for a share takes percentages', async () => {
  const { field, told, type } = await place({ value: 0.27, unit: 'share', currency: null });
  expect(field.value).toBe('27');
  await type('30 %');
  await type('12.5');
  await type('1 in 4');
  expect(told).toEqual([0.3, 0.125, 0.25]);
});

test('what cannot be read stays in the field, beside what is wrong with it', async () => {
  const { field, number, problem, told, type } = await place();
  await type('many');
  expect(field.value).toBe('many');
  expect(problem()).toContain('Write it like 250,000');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.getAttribute('aria-describedby')).toBe('problem');
  expect(number.value).toBe(300_000);
  expect(told).toEqual([]);
  await type('400k');
  expect(problem()).toBe('');
  expect(field.getAttribute('aria-invalid')).toBeNull();
  expect(told).toEqual([400_000]);
});

test('a field says what is lower or higher than can be', async () => {
  const { problem, type } = await place({ highest: 1_000_000 });
  await type('-5');
  expect(problem()).toBe('It must be at least HK$0.');
  await type('2m');
  expect(problem().replaceAll('\u00a0', ' ')).toBe('It must be at most HK$1 M.');
});

test('Escape brings the number back', async () => {
  const { field, number, problem, told, type } = await place();
  await type('many');
  await userEvent.keyboard('{Escape}');
  await number.updateComplete;
  expect(field.value).toBe('300,000');
  expect(problem()).toBe('');
  await userEvent.fill(field, '5');
  await userEvent.keyboard('{Escape}');
  field.blur();
  await number.updateComplete;
  expect(field.value).toBe('300,000');
  expect(told).toEqual([]);
});

test('a field that is left without a change keeps its exact number', async () => {
  const { field, number, told } = await place({
    value: 1.1066666666666667,
    unit: '1/year',
    currency: null,
  });
  expect(field.value).toBe('1.107');
  await userEvent.click(field);
  await userEvent.keyboard('{Enter}');
  field.blur();
  expect(number.value).toBe(1.1066666666666667);
  expect(told).toEqual([]);
});

test('what is typed is told to nobody before it is entered', async () => {
  const { field, number } = await place();
  const heard: string[] = [];
  for (const name of ['input', 'change'])
    document.body.addEventListener(name, () => heard.push(name), { once: true });
  await userEvent.fill(field, '12');
  expect(heard).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(heard).toEqual(['change']);
  expect(number.value).toBe(12);
});

test('what is being typed stays when the number becomes another meanwhile', async () => {
  const { field, number, told } = await place();
  await userEvent.click(field);
  await userEvent.keyboard('45');
  number.value = 310_000;
  await number.updateComplete;
  expect(field.value).toBe('45');
  await userEvent.keyboard('000{Enter}');
  expect(told).toEqual([45_000]);
  await userEvent.keyboard('9{Escape}');
  await number.updateComplete;
  expect(field.value).toBe('45,000');
  // Left as it was found, it follows again.
  field.blur();
  number.value = 320_000;
  await number.updateComplete;
  expect(field.value).toBe('320,000');
});
