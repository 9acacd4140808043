import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defineInputs } from '../../src/components/define-inputs.ts';
import type { TandemInput } from '../../src/components/tandem-input.ts';
import type { InputBriefing } from '../../src/schema/briefing.ts';
import { evenSketch, sampleInput, samplePostures } from '../helpers/sample-briefing.ts';

defineInputs(customElements);
afterEach(() => document.body.replaceChildren());

const lognormal = { dist: 'lognormal', mean: 200_000, cv: 0.3, source: 'A7' } as const;

/** An input that takes over what it tells, as the list around it does. */
async function place(input: InputBriefing, given: Partial<TandemInput> = {}) {
  const element = Object.assign(document.createElement('tandem-input'), {
    input,
    original: input,
    postures: samplePostures,
    years: 3,
    ...given,
  });
  document.body.append(element);
  const told: InputBriefing[] = [];
  element.addEventListener('tandem-input', (event) => {
    const now = event.input ?? input;
    told.push(now);
    element.input = now;
  });
  await element.updateComplete;
  const root = element.shadowRoot!;
  const settle = async () => {
    await element.updateComplete;
    await Promise.all(
      [...root.querySelectorAll('tandem-slider')].map((each) => each.updateComplete),
    );
  };
  await settle();
  const press = async (text: string) => {
    const wanted = [...root.querySelectorAll<HTMLElement>('button, .segmented label')].find(
      (each) => each.textContent?.trim().startsWith(text),
    );
    if (wanted === undefined) throw new Error(`nothing to press: ${text}`);
    await userEvent.click(wanted);
    await settle();
  };
  const sliders = () => [...root.querySelectorAll('tandem-slider')];
  return { element, root, told, press, settle, sliders };
}

test('an input says what it is, in what unit, and what it means', async () => {
  const { root } = await place(
    sampleInput({ label: 'Monitoring', unit: 'HKD/year', help: 'Running cost.', value: 300_000 }),
  );
  const group = root.querySelector('[role=group]')!;
  expect(group.getAttribute('aria-labelledby')).toBe('label');
  expect(root.querySelector('#label')?.textContent).toBe('Monitoring');
  expect(root.querySelector('.unit')?.textContent).toBe('HK$ a year');
  expect(root.querySelector('#help')?.textContent).toBe('Running cost.');
});

test('a unit that the label says already is not said again', async () => {
  const { root } = await place(
    sampleInput({ label: 'Emergencies a year', unit: '1/year', currency: null, value: 1 }),
  );
  expect(root.querySelector('.unit')).toBeNull();
});

test('a change is marked, and can be taken back', async () => {
  const { press, root, sliders, told } = await place(sampleInput({ value: 250_000 }));
  const mark = () => root.querySelector('header .changed')!;
  expect(getComputedStyle(mark()).visibility).toBe('hidden');
  sliders()[0]!.shadowRoot!.querySelector('input')!.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(told.at(-1)).toMatchObject({ changed: true, base: 250_000 });
  await expect.poll(() => getComputedStyle(mark()).visibility).toBe('visible');
  await press('Reset');
  expect(told.at(-1)).toMatchObject({ changed: false, value: 250_000 });
});

test('a distribution is moved as a whole, and back to the very words that it had', async () => {
  const input = sampleInput({ value: lognormal, sketches: { '': evenSketch(100_000, 300_000) } });
  const { settle, sliders, told } = await place(input);
  const field = () =>
    sliders()[0]!.shadowRoot!.querySelector('tandem-number')!.shadowRoot!.querySelector('input')!;
  await userEvent.fill(field(), '400k');
  await userEvent.keyboard('{Enter}');
  await settle();
  expect(told.at(-1)?.value).toMatchObject({ dist: 'lognormal', mean: 400_000, cv: 0.3 });
  expect(sliders()[0]?.detail.replaceAll('\u00a0', ' ')).toContain('HK$240 k to HK$560 k');
  await userEvent.fill(field(), '200k');
  await userEvent.keyboard('{Enter}');
  await settle();
  expect(told.at(-1)).toMatchObject({ value: lognormal, changed: false });
});

test('certainty is fixed, a range, percentiles or as in the file, forth and back', async () => {
  const input = sampleInput({ value: lognormal, sketches: { '': evenSketch(100_000, 300_000) } });
  const { press, root, sliders, told } = await place(input);
  expect(root.querySelector('.segmented')).toBeNull();
  await press('How certain');
  await press('Fixed');
  const fixed = told.at(-1)?.value;
  expect(fixed).toEqual({ value: 200_000, source: 'A7' });
  await press('Range');
  const range = told.at(-1)?.value;
  expect(range).toMatchObject({ value: { dist: 'pert', min: 102_000, max: 298_000 } });
  // It can be used before a run has told how it is drawn.
  expect(sliders()[0]?.disabled).toBe(false);
  expect(root.querySelectorAll('tandem-spread')).toHaveLength(1);
  await press('Percentiles');
  expect(told.at(-1)?.value).toMatchObject({ value: { p10: 120_000, p50: 200_000, p90: 280_000 } });
  await press('Fixed');
  expect(told.at(-1)?.value).toEqual(fixed);
  await press('Range');
  expect(told.at(-1)?.value).toEqual(range);
  await press('As in the file (lognormal)');
  expect(told.at(-1)).toMatchObject({ changed: false, value: lognormal });
});

test('an input may be set for each posture, and for each year', async () => {
  const input = sampleInput({ value: 5, by: ['posture', 'year'], range: [0, 10] });
  const { press, root, sliders, told } = await place(input);
  await press('Set for each posture');
  expect(told.at(-1)?.value).toEqual({ 'pipl-only': 5, 'pdpo-only': 5, dual: 5 });
  expect(sliders().map(({ caption }) => caption)).toEqual(['PIPL only', 'PDPO only', 'Dual']);
  expect(sliders().map(({ tone }) => tone)).toEqual(['posture-1', 'posture-2', 'posture-3']);
  await press('How certain');
  await press('Set for each year');
  expect(sliders()).toHaveLength(9);
  expect(sliders()[4]?.label).toBe('Cost of an audit, PDPO only, year 2');
  expect(root.querySelector('.spread')).toBeNull();
});

test('a choice is made among all words in sight', async () => {
  const input = sampleInput({
    label: 'What de-identification lowers',
    unit: '',
    choices: ['none', 'rate', 'severity'],
    range: null,
    value: 'none',
  });
  const { press, root, told } = await place(input);
  const radios = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  expect(radios.map(({ checked }) => checked)).toEqual([true, false, false]);
  expect(root.querySelector('legend')?.textContent).toBe('What de-identification lowers');
  await press('Severity');
  expect(told.at(-1)?.value).toBe('severity');
  radios[2]!.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(told.at(-1)?.value).toBe('rate');
});

test('an input that nobody may change shows its values and no control', async () => {
  const input = sampleInput({
    value: { 'pipl-only': 0, dual: 600_000 },
    evidence: ['A7'],
  });
  const { element, root, told } = await place(input, { readonly: true });
  expect(root.querySelectorAll('tandem-slider, input, .segmented')).toHaveLength(0);
  const buttons = [...root.querySelectorAll('button')].map((each) => each.textContent?.trim());
  expect(buttons).toEqual(['Why this value?']);
  expect(root.textContent?.replace(/\s+/g, ' ')).toContain('HK$600,000');
  expect(element.shadowRoot?.textContent).not.toContain('Reset');
  expect(told).toEqual([]);
});
