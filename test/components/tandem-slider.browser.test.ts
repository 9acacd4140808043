import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TandemSlider } from '../../src/components/tandem-slider.ts';
import { defineInputs } from '../../src/components/define-inputs.ts';

defineInputs(customElements);
afterEach(() => document.body.replaceChildren());

async function place(given: Partial<TandemSlider> = {}) {
  const slider = Object.assign(document.createElement('tandem-slider'), {
    label: 'Drop in trust',
    value: 0.27,
    lowest: 0,
    highest: 1,
    unit: 'share',
    ...given,
  });
  document.body.append(slider);
  await slider.updateComplete;
  const told: string[] = [];
  for (const name of ['input', 'change'])
    slider.addEventListener(name, () => told.push(`${name} ${slider.shown}`));
  const root = slider.shadowRoot!;
  return {
    slider,
    told,
    range: root.querySelector<HTMLInputElement>('input[type=range]')!,
    field: root.querySelector('tandem-number')!.shadowRoot!.querySelector('input')!,
    less: root.querySelector<HTMLButtonElement>('button')!,
    more: [...root.querySelectorAll<HTMLButtonElement>('button')].at(-1)!,
  };
}

const spoken = (range: HTMLInputElement) =>
  range.getAttribute('aria-valuetext')?.replaceAll('\u00a0', ' ');

test('a slider says its value with its unit, and shows it in its field', async () => {
  const { field, range } = await place();
  expect(spoken(range)).toBe('27 %');
  expect(range.getAttribute('aria-label')).toBe('Drop in trust');
  expect(field.value).toBe('27');
});

test('a slider moves by keys, and tells when it moves and when it rests', async () => {
  const { field, range, slider, told } = await place();
  range.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await slider.updateComplete;
  expect(told).toEqual(['input 0.28', 'change 0.28', 'input 0.29', 'change 0.29']);
  expect(spoken(range)).toBe('29 %');
  expect(field.value).toBe('29');
});

test('a slider that is dragged tells many values and one rest', async () => {
  const { range, told } = await place();
  const { height, width } = range.getBoundingClientRect();
  const at = (share: number) => ({ x: 10 + share * (width - 20), y: height / 2 });
  await userEvent.dragAndDrop(range, range, {
    sourcePosition: at(0.27),
    targetPosition: at(0.6),
    steps: 6,
  });
  const moves = told.filter((each) => each.startsWith('input'));
  expect(moves.length).toBeGreaterThan(2);
  expect(told.at(-1)).toMatch(/^change 0\.(59|6|61)/);
  expect(told.filter((each) => each.startsWith('change'))).toHaveLength(1);
});

test('a press on the track moves there', async () => {
  const { range, told } = await place();
  const { height, width } = range.getBoundingClientRect();
  await userEvent.click(range, { position: { x: 10 + 0.8 * (width - 20), y: height / 2 } });
  expect(told.at(-1)).toMatch(/^change 0\.(79|8|81)/);
});

test('a value that comes while a slider is dragged does not move it', async () => {
  const { range, slider } = await place();
  range.value = '50';
  range.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  slider.value = 0.4;
  await slider.updateComplete;
  expect(slider.shown).toBe(0.5);
  range.dispatchEvent(new Event('change', { bubbles: true }));
  slider.value = 0.51;
  await slider.updateComplete;
  expect(slider.shown).toBe(0.51);
});

test('a finger that goes on to scroll leaves the slider where it was', async () => {
  const { range, slider, told } = await place();
  range.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }));
  range.value = '80';
  range.dispatchEvent(new InputEvent('input', { bubbles: true }));
  range.dispatchEvent(new PointerEvent('pointercancel', { pointerType: 'touch', bubbles: true }));
  expect(slider.shown).toBe(0.27);
  expect(told).toEqual(['input 0.8', 'input 0.27', 'change 0.27']);
});

test('the buttons go one step, on to the end and not beyond what can be', async () => {
  const { less, more, slider, told } = await place({ value: 0.99 });
  await userEvent.click(more);
  expect(told).toEqual(['input 1', 'change 1']);
  slider.value = 1;
  await slider.updateComplete;
  expect(more.disabled).toBe(true);
  await userEvent.click(less);
  expect(told.at(-1)).toBe('change 0.99');
});

test('the buttons answer to the keyboard', async () => {
  const { more, told } = await place();
  more.focus();
  await userEvent.keyboard('{Enter} ');
  expect(told).toEqual(['input 0.28', 'change 0.28', 'input 0.29', 'change 0.29']);
});

test('a button that is held goes on, and rests once when it is let go', async () => {
  const { more, told } = await place();
  more.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'mouse', bubbles: true }));
  await expect.poll(() => told.length).toBeGreaterThan(3);
  expect(told.some((each) => each.startsWith('change'))).toBe(false);
  more.dispatchEvent(new PointerEvent('pointerup', { pointerType: 'mouse', bubbles: true }));
  const { length } = told;
  expect(told.at(-1)).toMatch(/^change/);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toHaveLength(length);
});

test('a finger that taps a button goes one step, one that scrolls goes none', async () => {
  const { more, told } = await place();
  const touch = (name: string) =>
    more.dispatchEvent(new PointerEvent(name, { pointerType: 'touch', bubbles: true }));
  touch('pointerdown');
  touch('pointercancel');
  touch('pointerleave');
  expect(told).toEqual([]);
  touch('pointerdown');
  touch('pointerup');
  touch('pointerleave');
  more.dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }));
  expect(told).toEqual(['input 0.28', 'change 0.28']);
});

test('a number that is typed may lie beyond the ends of the slider', async () => {
  const { field, range, slider, told } = await place({
    value: 4.5e6,
    max: 1e7,
    highest: Infinity,
    unit: 'HKD',
    currency: 'HKD',
    usual: [4.5e6],
  });
  await userEvent.fill(field, '20m');
  await userEvent.keyboard('{Enter}');
  await slider.updateComplete;
  expect(told).toEqual(['input 20000000', 'change 20000000']);
  expect(range.value).toBe(range.max);
  expect(spoken(range)).toBe('HK$20 million');
});

test('where it was is marked, and is a stop on the way back', async () => {
  const { range, slider, told } = await place({ value: 0.5, was: 0.2755 });
  expect(slider.shadowRoot?.querySelector('.was')).not.toBeNull();
  range.value = '28';
  range.dispatchEvent(new InputEvent('input', { bubbles: true }));
  expect(told).toEqual(['input 0.2755']);
  await slider.updateComplete;
  expect(slider.shadowRoot?.querySelector('.was')).toBeNull();
});
