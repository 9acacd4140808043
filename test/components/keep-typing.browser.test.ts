import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inside, placePublished } from './place-calculator.ts';

let leave = () => {};
afterEach(() => {
  leave();
  document.body.replaceChildren();
});

/** A host page that takes letters for commands unless they are typed into a field that it can see. */
function hostWithShortcuts(): string[] {
  const heard: string[] = [];
  const hear = ({ key, target, type }: Event & { readonly key?: string }) => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (!isField) heard.push(`${type} ${key}`);
  };
  const kinds = ['keydown', 'keypress', 'keyup'] as const;
  for (const kind of kinds) addEventListener(kind, hear);
  leave = () => {
    for (const kind of kinds) removeEventListener(kind, hear);
  };
  return heard;
}

test('letters typed into a field of the calculator are not commands of the page around', async () => {
  const calculator = await placePublished();
  const heard = hostWithShortcuts();
  await expect.poll(() => inside(calculator, 'tandem-inputs')).not.toBeNull();
  const field = await expect
    .poll(() => fieldIn(calculator.shadowRoot!))
    .not.toBeNull()
    .then(() => fieldIn(calculator.shadowRoot!)!);
  field.focus();
  await userEvent.keyboard('s/f 1.2kM{Backspace}');
  expect(field.value).toContain('s/f 1.2k');
  expect(heard).toEqual([]);

  // What is no typing still reaches the page, and the calculator itself.
  await userEvent.keyboard('{Control>}k{/Control}{Escape}');
  expect(heard).toEqual(
    expect.arrayContaining(['keydown Control', 'keydown k', 'keydown Escape', 'keyup Escape']),
  );
  expect(field.value).not.toContain('s/f');
});

test('letters on anything but a field go to the page', async () => {
  const calculator = await placePublished();
  const heard = hostWithShortcuts();
  const button = await expect
    .poll(() => inside(calculator, 'button'))
    .not.toBeNull()
    .then(() => inside(calculator, 'button') as HTMLButtonElement);
  button.focus();
  await userEvent.keyboard('s');
  expect(heard).toContain('keydown s');
});

/** The first text field, however deep. */
function fieldIn(root: ParentNode): HTMLInputElement | null {
  for (const each of root.querySelectorAll('*')) {
    if (
      each instanceof HTMLInputElement &&
      each.type === 'text' &&
      !each.disabled &&
      each.checkVisibility()
    )
      return each;
    const found = each.shadowRoot === null ? null : fieldIn(each.shadowRoot);
    if (found !== null) return found;
  }
  return null;
}
