import { costDotplot } from '../charts/cost-dotplot.ts';
import { savingDotplot } from '../charts/saving-dotplot.ts';
import type { Scene } from '../charts/scene.ts';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Result } from '../schema/result.ts';

/** What a reader has set in a picture. */
export interface ChartOptions {
  /** HK$ that are not to be exceeded. */
  readonly tolerance?: number | null;
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
  readonly label: string;
  readonly load: () => Promise<Chart> | Chart;
}

/** What each posture costs. */
export const costViews: readonly ChartView[] = [{ label: '50 futures', load: () => costDotplot }];

/** What the compared posture saves. */
export const savingViews: readonly ChartView[] = [
  { label: '50 futures', load: () => savingDotplot },
];

/** Why the postures differ. */
export const reasonViews: readonly ChartView[] = [
  {
    label: 'From one posture to the other',
    load: async () => {
      const { costBridge } = await import('../charts/cost-bridge.ts');
      return (result, size, currency) => costBridge(result, size, currency);
    },
  },
];

/** When the costs fall. */
export const timeViews: readonly ChartView[] = [
  {
    label: 'Year by year',
    load: () => import('../charts/cumulative-cost.ts').then(({ cumulativeCost }) => cumulativeCost),
  },
];
