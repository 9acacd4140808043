import { html, render } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { Folds, foldTemplate } from '../../src/components/fold-template.ts';

afterEach(() => document.body.replaceChildren());

/** A fold in the page, drawn anew whenever something is folded or unfolded, or when asked. */
function place() {
  const root = document.body.appendChild(document.createElement('div'));
  const folds = new Folds(() => draw());
  const draw = () =>
    render(
      foldTemplate({ folds, name: 'x', title: 'A line', look: 'section' }, () => html`<p>More</p>`),
      root,
    );
  draw();
  const details = root.querySelector('details')!;
  return { details, draw, folds };
}

const toggled = (details: HTMLElement) =>
  new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));

test('what a person has just opened stays open when it is drawn before that is known', async () => {
  const { details, draw, folds } = place();
  const known = toggled(details);
  details.querySelector('summary')!.click();
  expect(details.open).toBe(true);
  // The event comes later; a result does not wait for it.
  expect(folds.isOpen('x')).toBe(false);
  draw();
  expect(details.open).toBe(true);
  await known;
  expect(folds.isOpen('x')).toBe(true);
  expect(details.querySelector('.content')?.textContent).toBe('More');
});

test('what a person has just closed stays closed', async () => {
  const { details, draw, folds } = place();
  folds.set('x', true);
  expect(details.open).toBe(true);
  await toggled(details);
  const known = toggled(details);
  details.querySelector('summary')!.click();
  draw();
  expect(details.open).toBe(false);
  await known;
  expect(folds.isOpen('x')).toBe(false);
  expect(details.querySelector('.content')).toBeNull();
});

test('a fold that is opened and closed by others follows', async () => {
  const { details, folds } = place();
  folds.set('x', true);
  expect(details.open).toBe(true);
  await toggled(details);
  folds.set('x', false);
  expect(details.open).toBe(false);
});
