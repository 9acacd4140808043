import { lightPalette } from './palette.ts';
import type { Palette } from './palette.ts';
import type { Mark, Role, Scene } from './scene.ts';

/** A scene as a stand-alone SVG document. Colours are attributes, which no policy on styles refuses. */
export function toSvgString(scene: Scene, palette: Palette = lightPalette): string {
  const { width, height, title, description } = scene;
  const marks = scene.marks.map((mark) => draw(mark, palette)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="13">` +
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>` +
    `<rect width="${width}" height="${height}" fill="${palette.surface}"/>${marks}</svg>\n`
  );
}

function draw(mark: Mark, palette: Palette): string {
  if (mark.kind === 'group')
    return `<g>${mark.marks.map((each) => draw(each, palette)).join('')}</g>`;
  const colour = palette[mark.role];
  switch (mark.kind) {
    case 'path':
      return `<path transform="translate(${mark.x},${mark.y})" d="${mark.d}" fill="${colour}"/>`;
    case 'rect':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="${colour}"/>`;
    case 'dot':
      return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" fill="${colour}"/>`;
    case 'rule':
      return `<line x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}" stroke="${colour}"/>`;
    case 'text':
      return `<text x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}" fill="${colour}"${weight(mark.role)}>${escaped(mark.text)}</text>`;
  }
  return mark satisfies never;
}

function weight(role: Role): string {
  return role === 'strong' ? ' font-weight="600"' : '';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
