import type { Scene } from '../charts/scene.ts';
import { toCanvas } from '../charts/to-canvas.ts';
import { toSvgString } from '../charts/to-svg-string.ts';
import { withCaption } from '../charts/with-caption.ts';
import { saveBlob } from './save-blob.ts';

export type PictureKind = 'png' | 'svg';

/** Pictures are saved at one width, whatever the screen that they are seen on. */
export const savedWidth = 720;
const ratio = 2;

/** Offers a picture with its claim and its source as a file; returns what was done, in words. */
export async function savePicture(
  scene: Scene,
  source: string,
  kind: PictureKind,
): Promise<string> {
  const whole = withCaption(scene, source);
  const blob =
    kind === 'svg' ? new Blob([toSvgString(whole)], { type: 'image/svg+xml' }) : await pngOf(whole);
  if (blob === null)
    return 'This browser cannot make a PNG of the picture. Save it as SVG instead.';
  return saveBlob(blob, scene.title, kind);
}

async function pngOf(scene: Scene): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = scene.width * ratio;
  canvas.height = Math.ceil(scene.height) * ratio;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  toCanvas(scene, context, { path: (d) => new Path2D(d), ratio });
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}
