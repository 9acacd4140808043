import { costBridge } from '../../src/charts/cost-bridge.ts';
import { costComponents } from '../../src/charts/cost-components.ts';
import { costDotplot } from '../../src/charts/cost-dotplot.ts';
import { costHistogram } from '../../src/charts/cost-histogram.ts';
import { cumulativeCost } from '../../src/charts/cumulative-cost.ts';
import { exceedanceCurve } from '../../src/charts/exceedance-curve.ts';
import { savingDotplot } from '../../src/charts/saving-dotplot.ts';
import { savingHistogram } from '../../src/charts/saving-histogram.ts';
import type { GroupMark, Mark, Scene } from '../../src/charts/scene.ts';
import type { ShownCurrency } from '../../src/present/shown-currency.ts';
import type { Result } from '../../src/schema/result.ts';

/** Every picture of a result. */
export const charts: Readonly<
  Record<
    string,
    (result: Result, size: { readonly width: number }, currency: ShownCurrency) => Scene | null
  >
> = {
  costDotplot,
  costHistogram,
  exceedanceCurve,
  costComponents,
  savingDotplot,
  savingHistogram,
  costBridge,
  cumulativeCost,
};

export type DrawnMark = Exclude<Mark, GroupMark>;

/** The marks of a scene without the groups that they stand in. */
export function flat(marks: readonly Mark[]): readonly DrawnMark[] {
  return marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));
}

/** The group of a name, wherever it stands. */
export function group(marks: readonly Mark[], name: string): GroupMark | undefined {
  for (const mark of marks) {
    if (mark.kind !== 'group') continue;
    const found = mark.name === name ? mark : group(mark.marks, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
