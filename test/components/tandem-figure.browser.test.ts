import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { costDotplot } from '../../src/charts/cost-dotplot.ts';
import { exceedanceCurve } from '../../src/charts/exceedance-curve.ts';
import type { DrawScene, TandemFigure } from '../../src/components/tandem-figure.ts';
import '../../src/entries/define.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { distributionProbabilities } from '../../src/schema/distribution-probabilities.ts';
import type { Result } from '../../src/schema/result.ts';
import { clearSample, sampleResult } from '../present/sample-result.ts';

afterEach(() => {
  document.body.replaceChildren();
});

/** Costs spread evenly between 1 and 11 million, and half of that. */
function evenResult(factor = 1): Result {
  const result = sampleResult(clearSample);
  const even = (low: number, high: number) => ({
    quantiles: distributionProbabilities.map((each) => factor * (low + each * (high - low))),
    bins: { start: 0, width: 1, shares: [], below: 0, above: 0 },
  });
  const tco = { 'pipl-only': even(1e6, 11e6), 'pdpo-only': even(1e6, 11e6), dual: even(1e6, 6e6) };
  return { ...result, distributions: { tco, saving: {} } };
}

const dots: DrawScene = (size) => costDotplot(sampleResult(clearSample), size, hongKongDollars);
const curves =
  (result: Result): DrawScene =>
  (size, options) =>
    exceedanceCurve(result, size, hongKongDollars, options);

async function place(draw: DrawScene): Promise<TandemFigure & { root: ShadowRoot }> {
  const figure = document.createElement('tandem-figure');
  figure.draw = draw;
  document.body.append(figure);
  await figure.updateComplete;
  await expect.poll(() => figure.shadowRoot?.querySelector('svg')).not.toBeNull();
  // A slider is loaded when there is something to move.
  const sliders = [...(figure.shadowRoot?.querySelectorAll('tandem-slider') ?? [])];
  await expect.poll(() => sliders.every((each) => each.shadowRoot !== null)).toBe(true);
  await Promise.all(sliders.map((each) => each.updateComplete));
  return Object.assign(figure, { root: figure.shadowRoot! });
}

const text = (root: ShadowRoot, selector: string) =>
  root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

test('arrow keys read out exact values one after the other, Escape ends it', async () => {
  const { root } = await place(dots);
  root.querySelector<HTMLElement>('.stage')?.focus();
  const hint = text(root, '.hint');
  await userEvent.keyboard('{ArrowRight}');
  expect(text(root, '.hint')).toMatch(/^PIPL only: 1 of 100 futures cost less than HK\$/);
  expect(root.querySelector('.hint')?.getAttribute('aria-live')).toBe('polite');
  expect(root.querySelectorAll('.ring')).toHaveLength(1);
  await userEvent.keyboard('{ArrowRight}');
  expect(text(root, '.hint')).toContain('PIPL only: 3 of 100');
  await userEvent.keyboard('{End}');
  expect(text(root, '.hint')).toContain('PIPL only: 99 of 100');
  await userEvent.keyboard('{ArrowDown}');
  expect(text(root, '.hint')).toContain('PDPO only: ');
  await userEvent.keyboard('{Escape}');
  expect(text(root, '.hint')).toBe(hint);
  expect(root.querySelector('.ring')).toBeNull();
});

test('the pointer reads out the place under it, and lets go of it', async () => {
  const { root } = await place(dots);
  const dot = [...root.querySelectorAll('circle.posture-1')].at(-1)!;
  await userEvent.hover(dot);
  expect(text(root, '.hint')).toMatch(/^PIPL only: 99 of 100 futures cost less than HK\$/);
  await userEvent.unhover(dot);
  expect(text(root, '.hint')).toContain('Each dot is 2 of 100');
});

test('the table, drawn once it is opened, holds the numbers of the picture', async () => {
  const { root } = await place(dots);
  expect(root.querySelector('table')).toBeNull();
  await userEvent.click(root.querySelector('summary')!);
  await expect.poll(() => root.querySelector('table')).not.toBeNull();
  const scene = dots({ width: 700 })!;
  const rows = [...root.querySelectorAll('details tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual(scene.table.rows);
  expect([...root.querySelectorAll('thead th')].map((each) => each.textContent)).toEqual(
    scene.table.head,
  );
});

test('a picture without a line has none to set, one in short form neither table nor control', async () => {
  const plain = await place(dots);
  expect(plain.root.querySelector('tandem-slider')).toBeNull();
  const short = await place(curves(evenResult()));
  short.compact = true;
  await short.updateComplete;
  for (const part of ['tandem-slider', 'details', '.save', '.handle'])
    expect(short.root.querySelector(part)).toBeNull();
});

test('the line is set from the keyboard, and the claim follows at once', async () => {
  const { root } = await place(curves(evenResult()));
  expect(text(root, 'h4')).toBe(
    'Dual costs more than HK$6 M in 0 of 100 futures, PIPL only in 50, PDPO only in 50',
  );
  const slider = root.querySelector('tandem-slider')!.shadowRoot!;
  slider.querySelector<HTMLElement>('input[type=range]')!.focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.poll(() => text(root, 'h4')).toContain('HK$5.9 M in 2 of 100');
  await userEvent.click(slider.querySelector('.stepper button:last-of-type')!);
  await expect.poll(() => text(root, 'h4')).toContain('HK$5.95 M in 1 of 100');
});

test('an amount is typed, also beyond the axis, which then reaches it', async () => {
  const { root } = await place(curves(evenResult()));
  const number = root.querySelector('tandem-slider')!.shadowRoot!.querySelector('tandem-number')!;
  const field = number.shadowRoot!.querySelector('input')!;
  await userEvent.fill(field, '30m');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => text(root, 'h4')).toContain('Dual costs more than HK$30 M in 0');
  expect(text(root, 'svg')).toContain('30');
  // What came to rest is said once.
  await expect.poll(() => text(root, '.said')).toBe(text(root, 'h4'));
});

test('the line stays where it was set while the result changes', async () => {
  const figure = await place(curves(evenResult()));
  const slider = figure.root.querySelector('tandem-slider')!.shadowRoot!;
  slider.querySelector<HTMLElement>('input[type=range]')!.focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => text(figure.root, 'h4')).not.toContain('HK$6 M');
  const amount = /HK\$[\d.]+/.exec(text(figure.root, 'h4'))?.[0] ?? '';
  figure.draw = curves(evenResult(1.2));
  await figure.updateComplete;
  expect(text(figure.root, 'h4')).toContain(`${amount} M`);
  expect(text(figure.root, 'h4')).not.toContain('in 50');
});

test('marks keep their identity while numbers change', async () => {
  const figure = await place(dots);
  const before = [...figure.root.querySelectorAll('svg circle, svg path')];
  const other = sampleResult({
    ...clearSample,
    costs: { ...clearSample.costs, dual: { p10: 3e6, p50: 3.2e6, p90: 5e6 } },
  });
  figure.draw = (size) => costDotplot(other, size, hongKongDollars);
  await figure.updateComplete;
  const after = [...figure.root.querySelectorAll('svg circle, svg path')];
  expect(after).toHaveLength(before.length);
  expect(after.every((mark, index) => mark === before[index])).toBe(true);
});
