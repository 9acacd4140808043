import type { Mark, Role, Scene } from './scene.ts';
import { sizeOf } from './text-look.ts';
import { balancedText, wrapText } from './wrap-text.ts';

/** Room around a picture that stands alone. */
const margin = 16;

/**
 * A scene that says all by itself, for a picture that leaves its page: the claim and the measure
 * above the drawing, and under it how to read it and where its numbers come from.
 */
export function withCaption(scene: Scene, source: string): Scene {
  const width = scene.width;
  const lines = (text: string, role: Role, top: number): { marks: Mark[]; bottom: number } => {
    const height = Math.round(sizeOf(role) * 1.4);
    const wrap = role === 'heading' ? balancedText : wrapText;
    const wrapped = wrap(text, role, width - 2 * margin);
    return {
      marks: wrapped.map((each, index) => ({
        kind: 'text',
        x: margin,
        y: top + height * (index + 1) - Math.round(height * 0.3),
        text: each,
        anchor: 'start',
        role,
      })),
      bottom: top + height * wrapped.length,
    };
  };
  const title = lines(scene.title, 'heading', margin);
  const subtitle = lines(scene.subtitle, 'label', title.bottom + 2);
  const top = subtitle.bottom + 14;
  const hint = lines(scene.hint, 'label', top + scene.height + 12);
  const foot = lines(source, 'note', hint.bottom + 6);
  return {
    ...scene,
    height: foot.bottom + margin,
    marks: [
      { kind: 'group', name: 'caption', marks: [...title.marks, ...subtitle.marks] },
      { kind: 'group', name: 'drawing', y: top, marks: scene.marks },
      { kind: 'group', name: 'source', marks: [...hint.marks, ...foot.marks] },
    ],
    stops: scene.stops.map((stop) => ({ ...stop, y: stop.y + top })),
  };
}
