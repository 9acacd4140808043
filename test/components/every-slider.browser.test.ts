import { afterEach, expect, test } from 'vitest';
import modelText from '../../models/compliance-tco.json?raw';
import publishedText from '../../scenarios/published.json?raw';
import { defineInputs } from '../../src/components/define-inputs.ts';
import type { TandemInput } from '../../src/components/tandem-input.ts';
import type { TandemSlider } from '../../src/components/tandem-slider.ts';
import { parseFormula } from '../../src/language/parse-formula.ts';
import { prepare } from '../../src/runner/prepare.ts';
import type { InputBriefing } from '../../src/schema/briefing.ts';
import type { Value } from '../../src/schema/value-form.ts';
import { publishedBriefing } from '../helpers/published-briefing.ts';

defineInputs(customElements);
afterEach(() => document.body.replaceChildren());

const briefing = publishedBriefing();
const numbers = briefing.inputs.filter(({ choices }) => choices === null);
/** The shares of a remediation must add up to 1: one alone cannot go anywhere. */
const mustAddUp = /^mix/;

/** What a scenario with one changed value is refused for. */
function refusals(name: string, value: Value): readonly string[] {
  const { issues } = prepare({
    parse: parseFormula,
    file: 'scenarios/published.json',
    read: () => publishedText,
    findModel: () => ({ file: 'models/compliance-tco.json', source: modelText }),
    changes: { inputs: { [name]: value } },
    run: { trials: 1024 },
  });
  return issues.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** An input that takes over what it tells, as the list around it does. */
async function place(input: InputBriefing) {
  const element = Object.assign(document.createElement('tandem-input'), {
    input,
    original: input,
    postures: briefing.postures,
    years: briefing.years,
  });
  const told: (InputBriefing | null)[] = [];
  element.addEventListener('tandem-input', (event) => {
    told.push(event.input);
    element.input = event.input ?? input;
  });
  document.body.append(element);
  await settle(element);
  return { element, told };
}

async function settle(element: TandemInput): Promise<void> {
  await element.updateComplete;
  const sliders = [...element.shadowRoot!.querySelectorAll('tandem-slider')];
  await Promise.all(sliders.map(({ updateComplete }) => updateComplete));
}

/** Puts a slider to one of its ends, as the keys Home and End do. */
function toEnd(slider: TandemSlider, end: 'min' | 'max'): void {
  const range = slider.shadowRoot!.querySelector<HTMLInputElement>('input[type=range]')!;
  range.value = range[end];
  range.dispatchEvent(new InputEvent('input', { bubbles: true }));
  range.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Types into the field of a slider. */
function type(slider: TandemSlider, text: string): void {
  const field = slider
    .shadowRoot!.querySelector('tandem-number')!
    .shadowRoot!.querySelector('input')!;
  field.value = text;
  field.dispatchEvent(new Event('change'));
}

test.each(numbers.map((input) => [input.label, input] as const))(
  'at both ends, moved and typed, slider and value agree, and the value is computed: %s',
  async (_, input) => {
    const count = (await place(input)).element.shadowRoot!.querySelectorAll('tandem-slider').length;
    expect(count).toBeGreaterThan(0);
    for (let index = 0; index < count; index++) {
      const ways: readonly [string, (slider: TandemSlider) => void][] = [
        ['Home', (slider) => toEnd(slider, 'min')],
        ['End', (slider) => toEnd(slider, 'max')],
        ['lowest', (slider) => type(slider, String(Math.max(slider.lowest, slider.min)))],
        ['0', (slider) => type(slider, '0')],
        ['highest', (slider) => type(slider, String(Math.min(slider.highest, 10 * slider.max)))],
      ];
      for (const [way, go] of ways) {
        const { element, told } = await place(input);
        const slider = element.shadowRoot!.querySelectorAll('tandem-slider')[index]!;
        const before = slider.value;
        go(slider);
        await settle(element);
        const where = `${input.name}, slider ${index}, ${way}`;
        // What is shown is what is written, and what the list of changes and undo know of.
        expect(slider.shown, where).toBe(slider.value);
        if (slider.shown === before) continue;
        const now = told.at(-1);
        expect(now?.changed, where).toBe(true);
        const refused = refusals(input.name, now!.value);
        if (!mustAddUp.test(input.name)) expect(refused, where).toEqual([]);
        else expect(refused.join(), where).toMatch(/^$|must add up to 1/);
        if (way === 'Home' && !(slider.min > 0)) expect(slider.shown, where).toBe(slider.min);
        element.remove();
      }
    }
  },
);

test('what is uncertain is 0 at 0, and as uncertain as before when it is moved on', async () => {
  const input = numbers.find(({ name }) => name === 'remediationCost')!;
  const { element, told } = await place(input);
  const slider = element.shadowRoot!.querySelector('tandem-slider')!;
  toEnd(slider, 'min');
  await settle(element);
  expect(told.at(-1)).toMatchObject({ changed: true, value: { value: 0, source: 'A7' } });
  expect(slider.shown).toBe(0);
  expect(slider.quantiles).toEqual([]);
  type(slider, '1740000');
  await settle(element);
  expect(slider.shown).toBe(1_740_000);
  expect(slider.quantiles).toHaveLength(50);
  expect(told.at(-1)?.value).toMatchObject({ value: { dist: 'lognormal', cv: 0.5 } });
  expect(refusals('remediationCost', told.at(-1)!.value)).toEqual([]);
  toEnd(slider, 'min');
  await settle(element);
  type(slider, '869000');
  await settle(element);
  expect(told.at(-1)).toMatchObject({ changed: false, value: input.value });
});
