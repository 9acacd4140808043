import type { CSSResult } from 'lit';
import { expect, test } from 'vitest';
import * as entry from '../../src/entries/elements.ts';
import { tightCss } from '../../tools/tight-templates.ts';

/**
 * The rules of a text as a browser has understood them; what it has not, it leaves out. It keeps
 * custom properties as they are written, since nobody knows what they are for.
 */
function rulesOf(text: string): readonly string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(({ cssText }) =>
    cssText.replaceAll(/\s+/g, ' ').replaceAll(', ', ','),
  );
}

test('a browser reads the same rules out of the styles of every element without their layout', () => {
  const styles = new Set(
    Object.values(entry)
      .flatMap((each) => ('styles' in each ? [each.styles].flat(Infinity) : []))
      .map((each) => (each as CSSResult).cssText),
  );
  expect(styles.size).toBeGreaterThan(25);
  for (const text of styles) {
    expect(rulesOf(tightCss(text))).toEqual(rulesOf(text));
    expect(rulesOf(text).length).toBeGreaterThan(0);
  }
});
