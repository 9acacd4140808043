import { areaOpacity, dashes, lineWidth, ruleWidth } from './line-look.ts';
import { lightPalette } from './palette.ts';
import type { Palette } from './palette.ts';
import type { Mark, Scene, TextMark } from './scene.ts';
import { fontFamily, haloWidth, hasHalo, isBold, sizeOf } from './text-look.ts';

/** What is needed of a canvas to draw on it; that of a browser has all of it. */
export interface DrawingSurface<Path> {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  fill(path: Path): void;
  stroke(path: Path): void;
  setLineDash(segments: number[]): void;
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  translate(x: number, y: number): void;
}

export interface CanvasOptions<Path> {
  /** Makes a path from its data as SVG writes it; in a browser `(d) => new Path2D(d)`. */
  readonly path: (d: string) => Path;
  readonly palette?: Palette;
  /** Pixels of the canvas for one of the scene. */
  readonly ratio?: number;
}

/**
 * Draws a scene on a canvas of scene width and height times `ratio`. Strict policies refuse to turn
 * an SVG into a picture; a canvas they let be saved.
 */
export function toCanvas<Path>(
  { height, marks, width }: Scene,
  surface: DrawingSurface<Path>,
  { palette = lightPalette, path, ratio = 2 }: CanvasOptions<Path>,
): void {
  surface.save();
  surface.scale(ratio, ratio);
  surface.fillStyle = palette.surface;
  surface.fillRect(0, 0, width, height);
  for (const mark of marks) draw(mark, surface, path, palette);
  surface.restore();
}

function draw<Path>(
  mark: Mark,
  surface: DrawingSurface<Path>,
  path: (d: string) => Path,
  palette: Palette,
): void {
  surface.save();
  if (mark.kind === 'group') {
    surface.translate(0, mark.y ?? 0);
    for (const each of mark.marks) draw(each, surface, path, palette);
    surface.restore();
    return;
  }
  const colour = palette[mark.role];
  surface.fillStyle = colour;
  surface.strokeStyle = colour;
  switch (mark.kind) {
    case 'path':
      surface.translate(mark.x, mark.y);
      surface.fill(path(mark.d));
      break;
    case 'line':
      surface.lineWidth = lineWidth;
      surface.lineJoin = 'round';
      surface.setLineDash(dashes[mark.role].split(' ').filter(Boolean).map(Number));
      surface.stroke(path(mark.d));
      break;
    case 'area':
      surface.globalAlpha = areaOpacity[mark.weight];
      surface.fill(path(mark.d));
      break;
    case 'rect':
      surface.fillRect(mark.x, mark.y, mark.width, mark.height);
      break;
    case 'dot': {
      const { radius: r, x, y } = mark;
      surface.fill(path(`M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`));
      break;
    }
    case 'rule':
      surface.lineWidth = ruleWidth(mark.role);
      surface.stroke(path(`M${mark.x1},${mark.y1}L${mark.x2},${mark.y2}`));
      break;
    case 'text':
      write(mark, surface, palette);
      break;
  }
  surface.restore();
}

function write<Path>(mark: TextMark, surface: DrawingSurface<Path>, palette: Palette): void {
  const { anchor, role, text, x, y } = mark;
  surface.font = `${isBold(role) ? '600 ' : ''}${sizeOf(role)}px ${fontFamily}`;
  surface.textAlign = anchor === 'middle' ? 'center' : anchor;
  if (hasHalo(role)) {
    surface.lineWidth = haloWidth;
    surface.lineJoin = 'round';
    surface.strokeStyle = palette.surface;
    surface.strokeText(text, x, y);
  }
  surface.fillText(text, x, y);
}
