import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { UnhurriedElement } from '../../src/components/unhurried-element.ts';

let drawn: string[] = [];

class Slow extends UnhurriedElement {
  override render(): TemplateResult {
    drawn.push(this.id);
    return html`drawn`;
  }
}
customElements.define('test-slow', Slow);

afterEach(() => {
  document.body.replaceChildren();
  drawn = [];
  scrollTo(0, 0);
});

/** An element so many windows down the page. */
function place(id: string, windows: number): Slow {
  const element = document.createElement('test-slow') as Slow;
  element.id = id;
  element.style.cssText = `position: absolute; top: ${100 * windows}vh; height: 10px`;
  document.body.append(element);
  return element;
}

test('what is in sight is drawn first, whatever asked first; the rest follows by itself', async () => {
  const far = place('far', 3);
  const near = place('near', 0);
  await near.updateComplete;
  expect(drawn).toEqual(['near']);
  await far.updateComplete;
  expect(drawn).toEqual(['near', 'far']);
});

test('what is out of sight waits as long as pictures in sight move, and is then drawn once', async () => {
  const far = place('far', 3);
  const near = place('near', 0);
  await Promise.all([near.updateComplete, far.updateComplete]);
  drawn = [];
  for (let move = 0; move < 10; move++) {
    near.requestUpdate();
    far.requestUpdate();
    await near.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  expect(drawn).toEqual(Array.from({ length: 10 }, () => 'near'));
  await far.updateComplete;
  expect(drawn.filter((id) => id === 'far')).toHaveLength(1);
});

test('it is drawn as soon as a reader comes near, though pictures move', async () => {
  const far = place('far', 3);
  const near = place('near', 0);
  const moving = setInterval(() => near.requestUpdate(), 20);
  await near.updateComplete;
  expect(drawn).not.toContain('far');
  far.style.top = '0';
  await far.updateComplete;
  clearInterval(moving);
  expect(drawn).toContain('far');
});

test('on paper nobody waits, and what is removed keeps nobody waiting', async () => {
  const far = place('far', 3);
  const near = place('near', 0);
  await Promise.all([near.updateComplete, far.updateComplete]);
  drawn = [];
  far.requestUpdate();
  await Promise.resolve();
  dispatchEvent(new Event('beforeprint'));
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  expect(drawn).toEqual(['far']);
  dispatchEvent(new Event('afterprint'));
  far.requestUpdate();
  far.remove();
  await far.updateComplete;
  expect(drawn).toEqual(['far', 'far']);
});
