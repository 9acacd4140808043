import type { Mark, Scene } from './scene.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** A scene as a stand-alone SVG document; colours are left to the style sheet's classes. */
export function toSvgString(scene: Scene): string {
  const { width, height, title, description } = scene;
  const marks = scene.marks.map(markToSvg).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${escape(title)}</title><desc>${escape(description)}</desc>${marks}</svg>`;
}

function markToSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'path':
      return `<path class="${mark.role}" transform="translate(${mark.x},${mark.y})" d="${mark.d}"/>`;
    case 'rule':
      return `<line class="${mark.role}" x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}"/>`;
    case 'text':
      return `<text class="${mark.role}" x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}">${escape(mark.text)}</text>`;
  }
}
