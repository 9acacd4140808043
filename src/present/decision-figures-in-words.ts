import type { Decision, DecisionFigure } from '../schema/decision.ts';
import { formatPercent } from './format-share.ts';
import { postureName } from './posture-name.ts';

/** The saving against the next best posture, or the cost of the best where none is compared. */
export function toldFigure({ best, figures, of }: Decision): string {
  const costs = figures.filter(({ kind, posture }) => kind === 'tco' && posture !== best);
  const next = costs.toSorted((a, b) => a.mean - b.mean)[0]?.posture ?? '';
  const saving = `saving.${best === of ? next : best}`;
  return figures.some(({ id }) => id === saving) ? saving : `tco.${best}`;
}

/** A figure in the middle of a sentence: `the cost of All laws`, `the saving of All laws against One law`. */
export function figureInWords(
  decision: Decision,
  { kind, posture }: Pick<DecisionFigure, 'kind' | 'posture'>,
): string {
  const name = posture === 'bestSingle' ? 'the better single law' : postureName(decision, posture);
  switch (kind) {
    case 'tco':
      return `the cost of ${name}`;
    case 'saving':
      return `the saving of ${postureName(decision, decision.of)} against ${name}`;
    case 'wins':
      return `the chance that ${name} costs least`;
  }
  return kind satisfies never;
}

/** A smaller part of a spread than this may as well be noise. */
const notable = 0.03;

/** How much of the spread of a figure inputs explain, how much is luck, and how much neither by itself. */
export function luckInWords({ drivers }: Decision, figure: string): string {
  const sum = (isLuck: boolean) =>
    drivers
      .filter(({ kind }) => (kind !== 'input') === isLuck)
      .reduce((total, { shares }) => total + (shares[figure]?.value ?? 0), 0);
  const [luck, known] = [sum(true), sum(false)];
  if (luck + known === 0) return '';
  const hasLuck = drivers.some(({ kind }) => kind !== 'input');
  const ofLuck = hasLuck
    ? `, luck in when events happen and what each costs ${formatPercent(Math.min(1, luck))}`
    : '';
  const rest = 1 - luck - known;
  const together =
    rest > notable
      ? ` The remaining ${formatPercent(rest)} is what several of them do together.`
      : '';
  return `Of its spread the uncertain inputs explain ${formatPercent(Math.min(1, known))} by themselves${ofLuck}.${together}`;
}
