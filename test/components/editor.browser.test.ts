import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import published from '../../scenarios/published.json?raw';
import type { TandemChangeEvent, TandemResultEvent } from '../../src/components/events.ts';
import type { TandemCalculator } from '../../src/components/tandem-calculator.ts';
import type { TandemInput } from '../../src/components/tandem-input.ts';
import '../../src/entries/define.ts';

afterEach(() => document.body.replaceChildren());

/** A calculator whose inputs are there to be changed. */
async function place(given: Partial<TandemCalculator> = {}) {
  const element = Object.assign(document.createElement('tandem-calculator'), {
    trials: 20_000,
    scenario: JSON.parse(published) as object,
    ...given,
  });
  const results: TandemResultEvent[] = [];
  const changes: TandemChangeEvent[] = [];
  element.addEventListener('tandem-result', (event) => results.push(event));
  element.addEventListener('tandem-change', (event) => changes.push(event));
  document.body.append(element);
  const root = element.shadowRoot!;
  const inputs = () => root.querySelector('tandem-inputs')?.shadowRoot ?? null;
  await expect.poll(() => inputs()?.querySelector('tandem-input') != null).toBe(true);
  await expect.poll(() => results.length).toBe(1);
  // Inputs are drawn one by one.
  const drawn = inputs()?.querySelectorAll<TandemInput>('tandem-input') ?? [];
  await Promise.all([...drawn].map(({ updateComplete }) => updateComplete));
  const bar = root.querySelector('tandem-scenario-bar')?.shadowRoot;
  return {
    element,
    results,
    changes,
    root,
    inputs: () => inputs()!,
    live: () => root.querySelector('.live')!,
    headline: () =>
      root.querySelector('.live tandem-headline')?.shadowRoot?.querySelector('h2')?.textContent,
    input: (name: string) =>
      [...inputs()!.querySelectorAll<TandemInput>('tandem-input')].find(
        (each) => each.input?.name === name,
      )!,
    button: (text: string) =>
      [...(bar?.querySelectorAll('button') ?? [])].find(
        (each) => each.textContent?.trim() === text,
      )!,
  };
}

const rangeOf = (input: TandemInput) =>
  input
    .shadowRoot!.querySelector('tandem-slider')!
    .shadowRoot!.querySelector<HTMLInputElement>('input[type=range]')!;
const fieldOf = (input: TandemInput) => {
  const slider = input.shadowRoot!.querySelector('tandem-slider')!;
  return slider.shadowRoot!.querySelector('tandem-number')!.shadowRoot!.querySelector('input')!;
};

async function enter(field: HTMLInputElement, text: string): Promise<void> {
  await userEvent.fill(field, text);
  await userEvent.keyboard('{Enter}');
}

test('the editor is loaded when the answer has been drawn, and not for a summary', async () => {
  expect(customElements.get('tandem-inputs')).toBeUndefined();
  const summary = document.createElement('tandem-calculator');
  Object.assign(summary, { view: 'summary', trials: 2000, scenario: JSON.parse(published) });
  document.body.append(summary);
  await new Promise((resolve) => summary.addEventListener('tandem-result', resolve));
  await expect
    .poll(() => summary.shadowRoot?.querySelector('.answer:not(.waiting)') != null)
    .toBe(true);
  expect(customElements.get('tandem-inputs')).toBeUndefined();
  await place();
  expect(customElements.get('tandem-inputs')).toBeDefined();
});

test('the picture and the headline follow a slider while it is dragged', async () => {
  const { changes, element, headline, input, results } = await place();
  const before = headline();
  expect(before).toContain('Dual is the only option');
  const range = rangeOf(input('remediationCost'));
  range.value = '20';
  range.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // Older than the inputs, until a new picture is there.
  expect(element.matches(':state(stale)')).toBe(false);
  await element.updateComplete;
  expect(element.matches(':state(stale)')).toBe(true);
  await expect.poll(headline).not.toBe(before);
  expect(element.matches(':state(stale)')).toBe(false);
  // Nothing is told to the page while it moves.
  expect(changes).toHaveLength(0);
  expect(results).toHaveLength(1);
  expect(element.result).toBe(results[0]!.result);

  range.dispatchEvent(new Event('change', { bubbles: true }));
  expect(changes).toHaveLength(1);
  expect(Object.keys(changes[0]!.changes)).toEqual(['remediationCost']);
  await expect.poll(() => results.length).toBe(2);
  expect(results[1]!.result.manifest.trials).toBe(20_000);
  const cost = (at: number) => results[at]!.result.outputs['tco']?.['pipl-only']?.mean ?? 0;
  expect(cost(1)).toBeLessThan(cost(0) / 2);
});

test('undo and redo by keyboard and by button give the very results again', async () => {
  const { button, changes, element, input, results } = await place();
  const hash = (at: number) => results[at]?.result.manifest.resultHash;
  expect([button('Undo').disabled, button('Redo').disabled]).toEqual([true, true]);
  const range = rangeOf(input('remediationCost'));
  await enter(fieldOf(input('remediationCost')), '250k');
  await expect.poll(() => results.length).toBe(2);
  // In a text field the keys belong to the text.
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(changes).toHaveLength(1);

  range.focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => results.length).toBe(3);
  expect(hash(2)).toBe(hash(0));
  expect(element.changes).toEqual({});
  // Inputs are drawn in their turn, after the result is told.
  await expect.poll(() => input('remediationCost').input?.changed).toBe(false);
  await expect.poll(() => button('Undo').disabled).toBe(true);

  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await expect.poll(() => results.length).toBe(4);
  expect(hash(3)).toBe(hash(1));
  await expect.poll(() => fieldOf(input('remediationCost')).value).toBe('250,000');

  await userEvent.click(button('Undo'));
  await expect.poll(() => results.length).toBe(5);
  expect(hash(4)).toBe(hash(0));
});

/** Until an element stays where it is: what stands above it may still be on its way. */
async function atRest(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  let quiet = 0;
  for (let before = ''; quiet < 10;) {
    const { x, y } = element.getBoundingClientRect();
    quiet = `${x} ${y}` === before ? quiet + 1 : 0;
    before = `${x} ${y}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a slider that is dragged over many values is one step back', async () => {
  const { element, input, results } = await place();
  const range = rangeOf(input('remediationCost'));
  await atRest(range);
  const { height, width } = range.getBoundingClientRect();
  const at = (share: number) => ({ x: 10 + share * (width - 20), y: height / 2 });
  await userEvent.dragAndDrop(range, range, {
    sourcePosition: at(Number(range.value) / Number(range.max)),
    targetPosition: at(0.2),
    steps: 8,
  });
  expect(Object.keys(element.changes)).toEqual(['remediationCost']);
  await expect.poll(() => results.length).toBe(2);
  range.focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(element.changes).toEqual({});
});

test('everything is reset at once, which can be undone', async () => {
  const { button, element, input, results } = await place();
  await enter(fieldOf(input('remediationCost')), '250k');
  await enter(fieldOf(input('marginAtRisk')), '1m');
  await expect.poll(() => Object.keys(element.changes).length).toBe(2);
  await expect.poll(() => results.length).toBeGreaterThan(1);
  await expect.poll(() => button('Reset all').disabled).toBe(false);
  await userEvent.click(button('Reset all'));
  expect(element.changes).toEqual({});
  await expect.poll(() => fieldOf(input('remediationCost')).value).toBe('869,000');
  await userEvent.click(button('Undo'));
  expect(Object.keys(element.changes)).toEqual(['remediationCost', 'marginAtRisk']);
});

test('figures that cannot be computed keep the last answer, and say why beside it', async () => {
  const { element, headline, inputs, live, results } = await place();
  const before = headline();
  await userEvent.fill(inputs().querySelector('input[type=search]')!, 'technical or legal fix');
  await expect.poll(() => inputs().querySelector('.group tandem-input') != null).toBe(true);
  const fix = inputs().querySelector<TandemInput>('.group tandem-input')!;
  await expect.poll(() => fix.shadowRoot?.querySelector('tandem-slider') != null).toBe(true);
  await enter(fieldOf(fix), '50 %');
  await expect
    .poll(() => live().querySelector('.trouble')?.textContent)
    .toContain('must add up to 1');
  expect(live().classList.contains('stale')).toBe(true);
  expect(headline()).toBe(before);
  expect(fieldOf(fix).value).toBe('50');
  await enter(fieldOf(fix), '20 %');
  await expect.poll(() => live().querySelector('.trouble') == null).toBe(true);
  await expect.poll(() => results.length).toBe(2);
  expect(element.changes).toEqual({});
});

test('the evidence of a figure is fetched when somebody asks for it', async () => {
  const { input } = await place();
  const root = input('remediationRate').shadowRoot!;
  const why = [...root.querySelectorAll('button')].find((each) =>
    each.textContent?.includes('Why this value?'),
  )!;
  expect(why.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(why);
  await expect
    .poll(() => root.querySelector('tandem-evidence')?.shadowRoot?.querySelectorAll('li').length)
    .toBe(input('remediationRate').input?.evidence.length);
  expect(why.getAttribute('aria-expanded')).toBe('true');
});

test('a calculator that nobody may change shows its figures without controls', async () => {
  const { inputs, root } = await place({ readonly: true });
  expect(root.querySelector('tandem-scenario-bar')).toBeNull();
  expect(root.querySelector('#editor')?.textContent).toBe('The figures behind it');
  const controls = [...inputs().querySelectorAll('tandem-input')].flatMap((each) => [
    ...(each.shadowRoot?.querySelectorAll('tandem-slider, input') ?? []),
  ]);
  expect(controls).toHaveLength(0);
});

test('an input that a formula names is shown, with its group open and the focus on it', async () => {
  const { element, inputs, root } = await place();
  const wanted = async (name: string) => {
    root
      .querySelector('tandem-comparison')!
      .dispatchEvent(Object.assign(new Event('tandem-input-wanted', { bubbles: true }), { name }));
    await expect.poll(() => (inputs().activeElement as TandemInput | null)?.input?.name).toBe(name);
  };
  await wanted('controlStrength');
  const group = inputs().activeElement!.closest('details')!;
  expect(group.open).toBe(true);
  expect(group.querySelector('h5')?.textContent).toBe('Controls');
  await wanted('remediationCost');
  expect(inputs().activeElement!.closest('details')).toBeNull();
  expect(element.changes).toEqual({});
});
