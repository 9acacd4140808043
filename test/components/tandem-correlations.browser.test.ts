import { afterEach, expect, test } from 'vitest';
import published from '../../scenarios/published.json?raw';
import { TandemProfileEvent } from '../../src/components/events.ts';
import type { TandemCalculator } from '../../src/components/tandem-calculator.ts';
import type { TandemSlider } from '../../src/components/tandem-slider.ts';
import {
  buttonOf,
  inside,
  nextResult,
  placeCalculator,
  placePublished,
  textOf,
} from './place-calculator.ts';

afterEach(() => document.body.replaceChildren());

async function unfold(element: TandemCalculator): Promise<HTMLElement> {
  const summary = () => inside(element, 'details.together > summary');
  await expect.poll(summary).not.toBeNull();
  summary()!.click();
  await expect.poll(() => inside(element, 'tandem-correlations')).not.toBeNull();
  const part = inside(element, 'tandem-correlations')!;
  await expect.poll(() => part.shadowRoot?.querySelector('p') ?? null).not.toBeNull();
  return part;
}

async function join(element: TandemCalculator, part: HTMLElement, one: string, other: string) {
  for (const [index, name] of [one, other].entries()) {
    const select = part.shadowRoot!.querySelectorAll('select')[index]!;
    select.value = name;
    select.dispatchEvent(new Event('change'));
    await (part as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
  }
  const result = nextResult(element);
  part.shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  return result;
}

test('a pair is added, moved, kept in the file, taken back and taken out', async () => {
  const element = await placePublished();
  const before = element.result!;
  const part = await unfold(element);
  expect(textOf(part)).toContain('This scenario joins no inputs');
  expect(textOf(part)).toContain('Regulator activity is such a cause already');

  const joined = await join(element, part, 'trustDrop', 'passThrough');
  expect(element.profile.correlations).toEqual([['trustDrop', 'passThrough', 0.5]]);
  const spread = (result: typeof joined) => result.outputs['tco']?.['pipl-only']?.sd ?? 0;
  // What is lost is the product of the two: joined, it spreads more.
  expect(spread(joined)).toBeGreaterThan(spread(before));
  expect(JSON.parse(await (await element.exportAs('scenario')).text())).toMatchObject({
    correlations: [['trustDrop', 'passThrough', 0.5]],
  });
  const picture = () => inside(part, 'tandem-figure')?.shadowRoot?.querySelector('svg') ?? null;
  await expect.poll(picture).not.toBeNull();
  expect(textOf(part)).toContain('In 67 of 100 futures both are high or both are low');

  const slider = part.shadowRoot!.querySelector<TandemSlider>('tandem-slider')!;
  const range = slider.shadowRoot!.querySelector('input')!;
  range.value = String(Number(range.max));
  range.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => textOf(part)).toContain('In 100 of 100 futures');
  // The picture follows at once; the run, when the slider rests.
  expect(element.profile.correlations).toEqual([['trustDrop', 'passThrough', 0.5]]);
  const moved = nextResult(element);
  range.dispatchEvent(new Event('change', { bubbles: true }));
  expect(spread(await moved)).toBeGreaterThan(spread(joined));
  expect(element.profile.correlations).toEqual([['trustDrop', 'passThrough', 1]]);

  const undone = nextResult(element);
  buttonOf(element, 'Undo').click();
  expect(spread(await undone)).toBe(spread(joined));

  const out = nextResult(element);
  part.shadowRoot!.querySelector<HTMLButtonElement>('li button.plain')!.click();
  expect(spread(await out)).toBe(spread(before));
  expect(element.profile).toEqual({});
  expect(element.isChanged).toBe(false);
});

test('a pair and an answer about the company, given together, both count', async () => {
  const element = await placePublished();
  const part = await unfold(element);
  await join(element, part, 'trustDrop', 'passThrough');
  const law = inside(element, 'tandem-law')!;
  // Neither has been drawn with what the other has changed.
  law.dispatchEvent(new TandemProfileEvent((now) => ({ ...now, flows: null })));
  const takeOut = part.shadowRoot!.querySelector<HTMLButtonElement>('li button')!;
  takeOut.click();
  await join(element, part, 'trustDrop', 'marginAtRisk');
  expect(element.profile).toEqual({
    flows: null,
    correlations: [['trustDrop', 'marginAtRisk', 0.5]],
  });
});

test('what cannot be, given the other pairs, cannot be set, and the nearest that can is told', async () => {
  const element = await placePublished((each) => {
    each.profile = {
      correlations: [
        ['trustDrop', 'passThrough', 0.8],
        ['passThrough', 'marginAtRisk', 0.8],
        ['trustDrop', 'marginAtRisk', 0.5],
      ],
    };
  });
  const part = await unfold(element);
  const [, , third] = part.shadowRoot!.querySelectorAll('li');
  const slider = third!.querySelector<TandemSlider>('tandem-slider')!;
  expect([slider.lowest, slider.highest]).toEqual([0.32, 1]);
  expect(slider.detail).toContain('From 0.32 to 1 is possible');
  third!.querySelector<HTMLButtonElement>('button.plain')!.click();
  await expect.poll(() => textOf(part)).toContain('nearest to that is 0.32');
  expect(element.profile.correlations).toHaveLength(3);
});

test('the law does not take a pair for a change of what it is asked', async () => {
  const element = await placePublished((each) => {
    each.profile = { correlations: [['trustDrop', 'passThrough', 0.5]] };
  });
  expect(element.isChanged).toBe(true);
  const law = inside(element, 'tandem-law')!;
  await expect.poll(() => law.shadowRoot?.querySelector('h3') ?? null).not.toBeNull();
  expect(law.shadowRoot!.querySelector('.effect')).toBeNull();
});

test('who only reads sees pairs and pictures, and nothing to change them with', async () => {
  const element = placeCalculator((each) => {
    each.trials = 4000;
    each.scenario = JSON.parse(published) as object;
    each.readonly = true;
    each.profile = { correlations: [['trustDrop', 'passThrough', 0.5]] };
  });
  await nextResult(element);
  const part = await unfold(element);
  expect(textOf(part)).toContain('Drop in trust and Trust to revenue');
  expect(part.shadowRoot!.querySelector('button, select')).toBeNull();
});
