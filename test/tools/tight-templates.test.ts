import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { tightTemplates } from '../../tools/tight-templates.ts';

const tight = (code: string): string => tightTemplates(code, parseAst(code));

test('styles lose the layout that they have for their readers', () => {
  expect(
    tight(
      'const a = css`\n  /* Why. */\n  :host(:hover) > b,\n  i {\n    margin: 0 ${x};\n  }\n`;',
    ),
  ).toBe('const a = css` :host(:hover) > b,i{margin:0 ${x}}`;');
});

test('templates keep one space where a browser shows one', () => {
  expect(tight('html`<p>\n    One  two ${three}\n    four\n  </p>`;')).toBe(
    'html`<p> One  two ${three} four </p>`;',
  );
});

test('templates within what another holds are tightened too', () => {
  expect(tight('html`\n  a ${b ? html`\n  c` : nothing}\n  d`;')).toBe(
    'html` a ${b ? html` c` : nothing} d`;',
  );
});

test('other texts stay as they are', () => {
  const code = 'const text = `a:  b\n  c`; note`a:  b`; css(`a:  b`); a.css`a:  b`;';
  expect(tight(code)).toBe(code);
});
