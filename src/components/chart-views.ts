import { costDotplot } from '../charts/cost-dotplot.ts';
import { savingDotplot } from '../charts/saving-dotplot.ts';
import type { Scene } from '../charts/scene.ts';
import { comparedPosture } from '../present/compared-posture.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';

/** What a reader has set in a picture. */
export interface ChartOptions {
  /** HK$ that are not to be exceeded. */
  readonly tolerance?: number | null;
  /** HK$ where the line of that amount stood before. */
  readonly before?: number | null;
  /** HK$ at the end of the axis, while the line is moved along it. */
  readonly upTo?: number | null;
}

/** Lays a picture of a result out; null where there is nothing to draw. */
export type Chart = (
  result: Result,
  size: { readonly width: number },
  currency: ShownCurrency,
  options?: ChartOptions,
) => Scene | null;

/** One of several pictures of the same thing; those that are not shown first are fetched when chosen. */
export interface ChartView {
  /** The same as long as it is the same picture, whatever its label. */
  readonly id: string;
  readonly label: string;
  readonly load: () => Promise<Chart> | Chart;
}

/** What each posture costs. */
export const costViews: readonly ChartView[] = [
  { id: 'dots', label: '50 futures', load: () => costDotplot },
  {
    id: 'histogram',
    label: 'Histogram',
    load: () => import('../charts/cost-histogram.ts').then(({ costHistogram }) => costHistogram),
  },
  {
    id: 'exceedance',
    label: 'Chance of exceeding',
    load: () =>
      import('../charts/exceedance-curve.ts').then(({ exceedanceCurve }) => exceedanceCurve),
  },
  {
    id: 'components',
    label: 'What it is made of',
    load: () => import('../charts/cost-components.ts').then(({ costComponents }) => costComponents),
  },
];

/** What the compared posture saves. */
export const savingViews: readonly ChartView[] = [
  { id: 'dots', label: '50 futures', load: () => savingDotplot },
  {
    id: 'histogram',
    label: 'Histogram',
    load: () =>
      import('../charts/saving-histogram.ts').then(({ savingHistogram }) => savingHistogram),
  },
];

/** Why the postures differ: a way from each of the others to the compared one. */
export function reasonViews(result: Result): readonly ChartView[] {
  const compared = result.postures.find(({ id }) => id === comparedPosture(result));
  if (compared === undefined) return [];
  return result.postures
    .filter(({ id }) => Object.hasOwn(result.saving, id))
    .map(({ id, label }) => ({
      id: `from ${id} to ${compared.id}`,
      label: `From ${label} to ${compared.label}`,
      load: async () => {
        const { costBridge } = await import('../charts/cost-bridge.ts');
        return (shown, size, currency) =>
          costBridge(shown, size, currency, { from: id, to: compared.id });
      },
    }));
}

/** When the costs fall. */
export const timeViews: readonly ChartView[] = [
  {
    id: 'years',
    label: 'Year by year',
    load: () => import('../charts/cumulative-cost.ts').then(({ cumulativeCost }) => cumulativeCost),
  },
];
