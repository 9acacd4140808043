import { afterEach, expect, onTestFinished, test } from 'vitest';
import published from '../../scenarios/published.json?raw';
import { TandemBudgetEvent } from '../../src/components/events.ts';
import type {
  TandemErrorEvent,
  TandemInputWantedEvent,
  TandemResultEvent,
} from '../../src/components/events.ts';
import type { TandemCalculator } from '../../src/components/tandem-calculator.ts';
import { clearSample, sampleResult } from '../present/sample-result.ts';
import {
  inside,
  nextEvent as next,
  placeCalculator as place,
  placePublished,
  textOf,
} from './place-calculator.ts';

afterEach(() => {
  document.body.replaceChildren();
});

/** The drawings of the answer, in their order; those beside the inputs are left out. */
function figuresOf(element: TandemCalculator): readonly Element[] {
  const views = element.shadowRoot?.querySelectorAll('tandem-views:not([compact])') ?? [];
  return [...views].flatMap((each) => [
    ...(each.shadowRoot?.querySelectorAll('tandem-figure') ?? []),
  ]);
}

async function settled(element: TandemCalculator): Promise<void> {
  await expect
    .poll(() => element.shadowRoot?.querySelector('.answer:not(.waiting)') ?? null)
    .not.toBeNull();
}

test('a calculator shows the headline, the drawings and the table of a result', async () => {
  const element = place((each) => {
    each.result = sampleResult(clearSample);
  });
  await settled(element);
  const root = element.shadowRoot!;
  const headline = root.querySelector('tandem-headline')?.shadowRoot;
  expect(headline?.querySelector('h2')?.textContent).toBe(
    'Dual costs least of the 3 options: HK$3.90\u00a0M over 5 years on average, HK$2.66\u00a0M less than PIPL only.',
  );
  // Others have nothing to draw in a result without years and lines.
  const drawn = () =>
    figuresOf(element)
      .map((each) => each.shadowRoot!)
      .filter((each) => each.querySelector('figure') !== null);
  await expect.poll(() => drawn().length).toBeGreaterThanOrEqual(2);
  const figures = drawn();
  for (const figure of figures) {
    const drawing = figure.querySelector('svg[role=img]');
    expect(drawing?.getAttribute('aria-labelledby')).toBe('title');
    expect(figure.querySelector('desc')?.textContent?.length).toBeGreaterThan(50);
    figure.querySelector('summary')!.click();
    await expect
      .poll(() => figure.querySelectorAll('details table tbody tr').length)
      .toBeGreaterThan(1);
  }
  const comparison = root.querySelector('tandem-comparison')!;
  await comparison.updateComplete;
  const table = comparison.shadowRoot!;
  const heads = [...table.querySelectorAll('th[scope=row]')].map((each) =>
    each.textContent?.trim(),
  );
  for (const name of ['Fines', 'Audits', 'Remediations', 'Attrition'])
    expect(heads).toContain(name);
});

test('in a page of another language, all that is said is marked as English, what the page puts in is not', async () => {
  document.documentElement.lang = 'zh-HK';
  onTestFinished(() => document.documentElement.removeAttribute('lang'));
  const element = place((each) => {
    each.result = sampleResult(clearSample);
    each.append(
      Object.assign(document.createElement('p'), { slot: 'limits', textContent: '限制' }),
    );
  });
  await settled(element);
  const languageOf = (node: Element): string => {
    const root = node.getRootNode();
    const own = node.closest<HTMLElement>('[lang]')?.lang;
    return own ?? (root instanceof ShadowRoot ? languageOf(root.host) : '');
  };
  for (const name of ['tandem-headline', 'tandem-views', '.provenance', '[role=status]'])
    expect(languageOf(element.shadowRoot!.querySelector(name)!), name).toBe('en');
  expect(languageOf(element.querySelector('[slot=limits]')!)).toBe('zh-HK');
});

test('a summary leaves the table out', async () => {
  const element = place((each) => {
    each.view = 'summary';
    each.result = sampleResult(clearSample);
  });
  await settled(element);
  expect(element.shadowRoot?.querySelector('tandem-comparison')).toBeNull();
});

test('a scenario given as a property is run, and the result told once', async () => {
  const told: TandemResultEvent[] = [];
  const element = place((each) => {
    each.trials = 20_000;
    each.scenario = JSON.parse(published) as object;
    each.addEventListener('tandem-result', (event) => told.push(event));
  });
  const { result } = await next<TandemResultEvent>(element, 'tandem-result');
  expect(result.manifest.trials).toBe(20_000);
  expect(result.outputs['tco']?.['dual']?.mean).toBeCloseTo(3.9e6, -5);
  expect(element.result).toBe(result);
  await settled(element);
  expect(textOf(element)).toContain('Dual is the only option that keeps every law that applies');
  expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).toContain(
    'keeps every law that applies',
  );
  expect(element.shadowRoot?.querySelector('progress')).toBeNull();
  expect(told).toHaveLength(1);
});

test('a scenario that stands inside the element is run', async () => {
  document.body.innerHTML = `<tandem-calculator trials="2000" seed="7"><script type="application/json">${published}</script></tandem-calculator>`;
  const element = document.querySelector('tandem-calculator')!;
  const { result } = await next<TandemResultEvent>(element, 'tandem-result');
  expect(result.manifest.seed).toBe(7);
  expect(result.manifest.trials).toBe(2000);
});

test('the same scenario and seed give the same result hash in two calculators side by side', async () => {
  const both = [0, 1].map(() =>
    place((each) => {
      each.trials = 2000;
      each.scenario = JSON.parse(published) as object;
    }),
  );
  const [a, b] = await Promise.all(
    both.map((each) => next<TandemResultEvent>(each, 'tandem-result')),
  );
  expect(a!.result.manifest.resultHash).toBe(b!.result.manifest.resultHash);
});

test('faults of a scenario are listed with their places, and the last result stays', async () => {
  const element = place((each) => {
    each.result = sampleResult(clearSample);
  });
  await settled(element);
  const failed = next<TandemErrorEvent>(element, 'tandem-error');
  element.scenario = { model: 'compliance-tco', name: 'Broken', inputs: { auditCosts: 'dear' } };
  const { issues } = await failed;
  expect(issues[0]?.line).toBe(1);
  await element.updateComplete;
  await expect.poll(() => textOf(element)).toContain('did you mean "auditCost"?');
  expect(textOf(element)).toMatch(/scenario\.json:1:\d+ \/inputs\/auditCosts/);
  expect(textOf(element)).toContain('Dual costs least of the 3 options');
});

test('a scenario file that is not there is told', async () => {
  const element = place((each) => {
    each.src = '/no-such-scenario.json?raw=none';
  });
  const { message } = await next<TandemErrorEvent>(element, 'tandem-error');
  expect(message).not.toBe('');
  await expect.poll(() => textOf(element)).toContain(message);
});

test('a calculator that is removed while it runs tells nothing more', async () => {
  const told: Event[] = [];
  const element = place((each) => {
    each.scenario = JSON.parse(published) as object;
    each.addEventListener('tandem-result', (event) => told.push(event));
    each.addEventListener('tandem-error', (event) => told.push(event));
  });
  await element.updateComplete;
  element.remove();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(told).toEqual([]);
});

test('a calculator that is moved while it runs runs again where it is', async () => {
  const element = place((each) => {
    each.trials = 2000;
    each.scenario = JSON.parse(published) as object;
  });
  await element.updateComplete;
  const frame = document.createElement('div');
  document.body.append(frame);
  frame.append(element);
  const { result } = await next<TandemResultEvent>(element, 'tandem-result');
  expect(result.manifest.trials).toBe(2000);
});

test('each row of the table tells how its figures come about, down to the inputs', async () => {
  const element = await placePublished();
  const comparison = element.shadowRoot!.querySelector('tandem-comparison')!;
  await comparison.updateComplete;
  const table = comparison.shadowRoot!;
  const audits = [...table.querySelectorAll('button')].find(
    (each) => each.textContent?.trim() === 'Audits',
  )!;
  expect(audits.getAttribute('aria-expanded')).toBe('false');
  audits.click();
  await expect
    .poll(() => table.querySelector('.formula')?.textContent)
    .toContain('× (1 + Inflation)');
  expect(audits.getAttribute('aria-expanded')).toBe('true');
  const wanted = next<TandemInputWantedEvent>(
    inside(element, 'tandem-comparison')!,
    'tandem-input-wanted',
  );
  table.querySelector<HTMLButtonElement>('.formula button')!.click();
  expect((await wanted).name).toBe('auditsPerYear');
  audits.click();
  await expect.poll(() => table.querySelector('.formula')).toBeNull();
});

test('a cost that a reader does not want to exceed is held against each posture', async () => {
  const element = await placePublished();
  const cards = () => textOf(inside(element, 'tandem-postures')!).replaceAll('\u00a0', ' ');
  expect(cards()).not.toContain('More than');
  inside(element, 'tandem-figure')!.dispatchEvent(new TandemBudgetEvent(8e6));
  await expect.poll(cards).toMatch(/More than HK\$8\.00 M in (\d+) of 100/);
});
