import { areaOpacity, dashes } from './line-look.ts';
import { lightPalette } from './palette.ts';
import type { Palette } from './palette.ts';
import type { Mark, Scene } from './scene.ts';

/** What is needed of a canvas to draw on it; that of a browser has all of it. */
export interface DrawingSurface {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  beginPath(): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  setLineDash(segments: number[]): void;
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  translate(x: number, y: number): void;
}

/** Draws paths that are given as SVG writes them; a browser does it with its `Path2D`. */
export type DrawPath = (d: string, how: 'fill' | 'stroke') => void;

/**
 * Draws a scene on a canvas of scene width and height times `ratio`. Strict policies refuse to turn
 * an SVG into a picture; a canvas they let be saved.
 */
export function toCanvas(
  { height, marks, width }: Scene,
  surface: DrawingSurface,
  drawPath: DrawPath,
  {
    palette = lightPalette,
    ratio = 2,
  }: { readonly palette?: Palette; readonly ratio?: number } = {},
): void {
  surface.save();
  surface.scale(ratio, ratio);
  surface.fillStyle = palette.surface;
  surface.fillRect(0, 0, width, height);
  for (const mark of marks) draw(mark, surface, drawPath, palette);
  surface.restore();
}

function draw(mark: Mark, surface: DrawingSurface, drawPath: DrawPath, palette: Palette): void {
  if (mark.kind === 'group') {
    for (const each of mark.marks) draw(each, surface, drawPath, palette);
    return;
  }
  const colour = palette[mark.role];
  surface.save();
  surface.fillStyle = colour;
  surface.strokeStyle = colour;
  switch (mark.kind) {
    case 'path':
      surface.translate(mark.x, mark.y);
      drawPath(mark.d, 'fill');
      break;
    case 'line':
      surface.lineWidth = 2.5;
      surface.setLineDash(dashes[mark.role].split(' ').filter(Boolean).map(Number));
      drawPath(mark.d, 'stroke');
      break;
    case 'area':
      surface.globalAlpha = areaOpacity[mark.weight];
      drawPath(mark.d, 'fill');
      break;
    case 'rect':
      surface.fillRect(mark.x, mark.y, mark.width, mark.height);
      break;
    case 'dot':
      surface.beginPath();
      surface.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
      drawPath('', 'fill');
      break;
    case 'rule':
      surface.lineWidth = mark.role === 'zero' ? 1.5 : 1;
      surface.beginPath();
      surface.moveTo(mark.x1, mark.y1);
      surface.lineTo(mark.x2, mark.y2);
      drawPath('', 'stroke');
      break;
    case 'text':
      surface.font = `${mark.role === 'strong' ? '600 ' : ''}13px system-ui, sans-serif`;
      surface.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
      surface.fillText(mark.text, mark.x, mark.y);
      break;
  }
  surface.restore();
}
