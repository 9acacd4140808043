import type { Decision } from '../../schema/decision.ts';

/** The figure that drivers are told of: the saving against the nearest posture, or the cost of the best. */
export function toldFigure({ best, figures, of }: Decision): string {
  const others = figures.filter(({ kind, posture }) => kind === 'tco' && posture !== best);
  const next = others.toSorted((a, b) => a.mean - b.mean)[0]?.posture ?? '';
  const saving = `saving.${best === of ? next : best}`;
  return figures.some(({ id }) => id === saving) ? saving : `tco.${best}`;
}
