import { expect } from 'vitest';
import published from '../../scenarios/published.json?raw';
import type { TandemResultEvent } from '../../src/components/events.ts';
import type { TandemCalculator } from '../../src/components/tandem-calculator.ts';
import '../../src/entries/define.ts';
import type { Result } from '../../src/schema/result.ts';

/** Puts a calculator into the page; `prepare` sets what a page would. */
export function placeCalculator(
  prepare: (element: TandemCalculator) => void = () => {},
): TandemCalculator {
  const element = document.createElement('tandem-calculator');
  prepare(element);
  document.body.append(element);
  return element;
}

/** A calculator with the published scenario, once it has its result and all of it is drawn. */
export async function placePublished(
  prepare: (element: TandemCalculator) => void = () => {},
): Promise<TandemCalculator> {
  const element = placeCalculator((each) => {
    each.trials = 4000;
    each.scenario = JSON.parse(published) as object;
    prepare(each);
  });
  await nextResult(element);
  // The editor is loaded when the answer has been drawn.
  await expect.poll(() => inside(element, 'input[type=file]')).not.toBeNull();
  return element;
}

/** The next event of a name. */
export function nextEvent<T extends Event>(element: HTMLElement, name: string): Promise<T> {
  return new Promise((resolve) =>
    element.addEventListener(name, (event) => resolve(event as T), { once: true }),
  );
}

export async function nextResult(element: HTMLElement): Promise<Result> {
  return (await nextEvent<TandemResultEvent>(element, 'tandem-result')).result;
}

/** The first element that a selector finds in an element or in any shadow root below it. */
export function inside(root: Element, selector: string): HTMLElement | null {
  const found = [root.shadowRoot, root].map((each) => each?.querySelector<HTMLElement>(selector));
  const own = found.find((each) => each != null);
  if (own != null) return own;
  for (const child of [...(root.shadowRoot?.querySelectorAll('*') ?? []), ...root.children]) {
    const deeper = inside(child, selector);
    if (deeper !== null) return deeper;
  }
  return null;
}

/**
 * Waits for something in an element that is drawn when a reader comes near it: what stands above is
 * drawn in its turn and pushes it away again, and a reader follows.
 */
export async function comeNear(element: HTMLElement, wanted: string): Promise<void> {
  const look = () => {
    element.scrollIntoView();
    return inside(element, wanted);
  };
  await expect.poll(look).not.toBeNull();
}

/** All that a person can read, through every shadow root. */
export function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement) return '';
  if (node instanceof Text) return node.data;
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...children.childNodes].map(textOf).join(' ').replace(/\s+/g, ' ');
}

/** The button whose label begins with a text. */
export function buttonOf(element: Element, label: string): HTMLButtonElement {
  const bar = inside(element, 'tandem-scenario-bar');
  const buttons = [...(bar?.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find((button) => button.textContent?.trim().startsWith(label));
  if (found === undefined) throw new Error(`there is no button ${label}`);
  return found;
}

/** Opens files as a person does with the file picker. */
export function openFiles(element: Element, files: Readonly<Record<string, string>>): void {
  const input = inside(element, 'input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('there is no file picker');
  const chosen = new DataTransfer();
  for (const [name, text] of Object.entries(files)) chosen.items.add(new File([text], name));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}
