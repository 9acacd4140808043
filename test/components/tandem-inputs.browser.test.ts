import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defineInputs } from '../../src/components/define-inputs.ts';
import type { TandemEditEvent } from '../../src/components/events.ts';
import type { TandemInput } from '../../src/components/tandem-input.ts';
import type { TandemInputs } from '../../src/components/tandem-inputs.ts';
import type { Briefing } from '../../src/schema/briefing.ts';
import { changedTo, sampleBriefing } from '../helpers/sample-briefing.ts';

defineInputs(customElements);
afterEach(() => document.body.replaceChildren());

async function place(given: Partial<TandemInputs> = {}) {
  const element = Object.assign(document.createElement('tandem-inputs'), {
    briefing: sampleBriefing(),
    first: ['emergencyRate', 'filingCost'],
    ...given,
  });
  const told: TandemEditEvent[] = [];
  element.addEventListener('tandem-edit', (event) => told.push(event));
  document.body.append(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const inputs = (where: string) => [
    ...root.querySelectorAll<TandemInput>(`${where} tandem-input`),
  ];
  return {
    element,
    root,
    told,
    first: () => inputs('section[aria-labelledby=first]'),
    group: (label: string) =>
      [...root.querySelectorAll<HTMLDetailsElement>('details.group')].find((each) =>
        each.querySelector('h5')?.textContent?.includes(label),
      ),
    find: async (query: string) => {
      await userEvent.fill(root.querySelector('input[type=search]')!, query);
      await element.updateComplete;
    },
    text: (selector: string) =>
      root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  };
}

const names = (inputs: readonly TandemInput[]) => inputs.map(({ input }) => input?.name);

/** Moves the first slider of an input by one step, as a run of keys or a drag would. */
async function move(input: TandemInput, settled = true): Promise<void> {
  await input.updateComplete;
  const slider = input.shadowRoot!.querySelector('tandem-slider')!;
  await slider.updateComplete;
  const range = slider.shadowRoot!.querySelector('input')!;
  range.value = String(Number(range.value) + 10);
  range.dispatchEvent(new InputEvent('input', { bubbles: true }));
  if (settled) range.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What a run says of an input that has become another. */
function after(name: string, value: number, from: Briefing = sampleBriefing()): Briefing {
  return {
    ...from,
    inputs: from.inputs.map((each) => (each.name === name ? changedTo(each, value) : each)),
  };
}

test('the inputs that matter most stand first, all of them by group, folded', async () => {
  const { first, root, text } = await place();
  expect(names(first())).toEqual(['emergencyRate', 'filingCost']);
  expect(text('#all')).toBe('All 5 figures');
  const groups = [...root.querySelectorAll<HTMLDetailsElement>('details.group')];
  expect(groups.map((each) => each.querySelector('h5')?.textContent)).toEqual([
    'Audits and filings',
    'Emergencies',
    'Controls',
  ]);
  expect(groups.some(({ open }) => open)).toBe(false);
  expect(root.querySelectorAll('details.group tandem-input')).toHaveLength(0);
});

test('a group that is opened shows its inputs, and stays open', async () => {
  const { element, group } = await place();
  await userEvent.click(group('Audits')!.querySelector('summary')!);
  await expect
    .poll(() => names([...group('Audits')!.querySelectorAll<TandemInput>('tandem-input')]))
    .toEqual(['auditCost', 'filingCost']);
  element.briefing = after('auditCost', 5);
  await element.updateComplete;
  expect(group('Audits')!.open).toBe(true);
});

test('a search opens what it finds, and leaves the groups as they were', async () => {
  const { find, group, text } = await place();
  await find('filing');
  expect(text('.search p')).toBe('2 figures');
  expect(group('Audits')!.open).toBe(true);
  expect(group('Controls')).toBeUndefined();
  await find('filing transfer');
  expect(names([...group('Audits')!.querySelectorAll<TandemInput>('tandem-input')])).toEqual([
    'filingCost',
  ]);
  await find('no such thing');
  expect(text('.search p')).toBe('Nothing found. Try a shorter word.');
  await find('');
  expect(group('Audits')!.open).toBe(false);
  expect(group('Controls')!.open).toBe(false);
  expect(text('.search p')).toBe('');
});

test('a change is seen at once, told while it moves and when it rests, and listed', async () => {
  const { element, first, group, text, told } = await place();
  expect(text('.unchanged')).toBe('No figure changed yet');
  const [, filing] = first();
  await move(filing!, false);
  await element.updateComplete;
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ name: 'filingCost', settled: false });
  expect(filing!.input?.value).toBe(told[0]!.value);
  await move(filing!);
  await element.updateComplete;
  expect(told.at(-1)).toMatchObject({ name: 'filingCost', settled: true });
  expect(text('.changes summary')).toBe('1 figure changed Cost of a filing');
  expect(text('.changes li p + p')).toMatch(/^HK\$100,000 → is now HK\$[\d,]+$/);
  expect(group('Audits')!.querySelector('.count')?.textContent).toBe('1 of 2 changed');
});

test('a change is taken back from the list', async () => {
  const { element, root, text, told } = await place({ briefing: after('filingCost', 7) });
  await userEvent.click(root.querySelector('.changes summary')!);
  const reset = root.querySelector<HTMLButtonElement>('.changes li button')!;
  expect(reset.textContent?.trim().replace(/\s+/g, ' ')).toBe('Reset Cost of a filing');
  await userEvent.click(reset);
  await element.updateComplete;
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ name: 'filingCost', value: null, settled: true });
  expect(text('.unchanged')).toBe('No figure changed yet');
});

test('a value that is moved back to where it was is no change', async () => {
  const { first, told } = await place();
  const [, filing] = first();
  await filing!.updateComplete;
  const slider = filing!.shadowRoot!.querySelector('tandem-slider')!;
  const field = slider.shadowRoot!.querySelector('tandem-number')!;
  await field.updateComplete;
  await userEvent.fill(field.shadowRoot!.querySelector('input')!, '200k');
  await userEvent.keyboard('{Enter}');
  expect(told.at(-1)?.value).toBe(200_000);
  await userEvent.fill(field.shadowRoot!.querySelector('input')!, '100k');
  await userEvent.keyboard('{Enter}');
  expect(told.at(-1)?.value).toBeNull();
});

test('what a run says is taken over, but not for the slider that is being dragged', async () => {
  const { element, first } = await place();
  const [, filing] = first();
  await move(filing!, false);
  await element.updateComplete;
  const dragged = filing!.input?.value;
  element.briefing = after('filingCost', 1, after('auditCost', 9));
  await element.updateComplete;
  expect(filing!.input?.value).toBe(dragged);
  await move(filing!);
  element.briefing = after('filingCost', 123_456);
  await element.updateComplete;
  expect(filing!.input?.value).toBe(123_456);
});

test('a run draws only the inputs again that it has changed', async () => {
  const { element, group } = await place();
  for (const label of ['Audits', 'Emergencies', 'Controls'])
    await userEvent.click(group(label)!.querySelector('summary')!);
  await expect.poll(() => element.shadowRoot!.querySelectorAll('tandem-input').length).toBe(7);
  const inputs = [...element.shadowRoot!.querySelectorAll<TandemInput>('tandem-input')];
  await Promise.all(inputs.map((each) => each.updateComplete));
  const drawn: (string | undefined)[] = [];
  for (const each of inputs) each.addController({ hostUpdate: () => drawn.push(each.input?.name) });
  drawn.length = 0;
  element.briefing = structuredClone(after('filingCost', 7));
  await element.updateComplete;
  await Promise.all(inputs.map((each) => each.updateComplete));
  // Among the first, and in its group.
  expect(drawn).toEqual(['filingCost', 'filingCost']);
});

test('the first inputs stay while a person works with them, until another scenario comes', async () => {
  const { element, first } = await place();
  element.first = ['auditCost'];
  await element.updateComplete;
  expect(names(first())).toEqual(['auditCost']);
  await move(first()[0]!);
  element.first = ['emergencyRate', 'automationShare'];
  await element.updateComplete;
  expect(names(first())).toEqual(['auditCost']);
  const other = sampleBriefing().inputs.map((each) =>
    each.name === 'filingCost' ? { ...each, value: 1, base: 1 } : each,
  );
  element.briefing = sampleBriefing(other);
  await element.updateComplete;
  expect(names(first())).toEqual(['emergencyRate', 'automationShare']);
});

test('a model without any of the inputs that usually matter shows its first ones', async () => {
  const { first } = await place({ first: ['somethingElse'] });
  expect(names(first())).toHaveLength(5);
});

test('inputs that nobody may change show no controls, but can be searched and explained', async () => {
  const { find, first, group, root } = await place({
    readonly: true,
    briefing: after('filingCost', 7),
  });
  for (const input of first()) {
    await input.updateComplete;
    expect(input.shadowRoot!.querySelectorAll('tandem-slider, input')).toHaveLength(0);
  }
  expect(root.querySelector('.changes button')).toBeNull();
  await find('automated');
  expect(group('Controls')!.open).toBe(true);
});
