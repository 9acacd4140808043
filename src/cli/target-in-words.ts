import type { ProgramSource } from '../language/program-source.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { moneyScale } from '../present/money-scale.ts';
import type { CalibrationTarget } from '../schema/calibration.ts';

/** What a target is about, as a line of a table says it. */
export function targetInWords(
  target: CalibrationTarget,
  { model, scenario }: Pick<ProgramSource, 'model' | 'scenario'>,
  about?: 'cost' | 'count' | 'amount',
): string {
  const { posture } = target;
  const name = scenario.postures.find(({ id }) => id === posture)?.label ?? posture;
  const event = 'event' in target ? (model.events[target.event]?.label ?? target.event) : '';
  const each = `${event} under ${name}, cost of one`;
  const often = `${event} under ${name}, over the horizon`;
  switch (target.kind) {
    case 'mean':
      return `Mean cost of ${name}`;
    case 'percentile':
      return `${formatNumber(100 * target.probability, 0)} of 100 futures of ${name} cost less than`;
    case 'count':
      return often;
    case 'amount':
      return each;
    case 'history': {
      const seen = `${formatNumber(target.count, 0)} in ${formatNumber(target.years, 0)} years`;
      if (about !== 'amount') return `${often}, given ${seen}`;
      const cost = target.value ?? NaN;
      return `${each}, given ${formatMoney(cost, { scale: moneyScale([cost]) })}`;
    }
  }
  return target satisfies never;
}
