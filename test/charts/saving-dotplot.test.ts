import { expect, test } from 'vitest';
import { savingDotplot } from '../../src/charts/saving-dotplot.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { clearSample, sampleResult } from '../present/sample-result.ts';

const size = { width: 700 };

test('savingDotplot draws the difference to each other posture around a line at zero', () => {
  const scene = savingDotplot(sampleResult(clearSample), size, hongKongDollars);
  expect(scene?.title).toBe(
    'Dual costs less than PIPL only in 87 of 100 futures, than PDPO only in 84 of 100 futures',
  );
  expect(scene?.marks.filter((mark) => mark.kind === 'rule' && mark.role === 'zero')).toHaveLength(
    1,
  );
  expect(scene?.marks.filter((mark) => mark.kind === 'group').map(({ name }) => name)).toEqual([
    'against PIPL only',
    'against PDPO only',
  ]);
});

test('savingDotplot leaves out the comparison in hindsight', () => {
  const scene = savingDotplot(sampleResult(clearSample), size, hongKongDollars);
  expect(JSON.stringify(scene)).not.toContain('bestSingle');
});

test('savingDotplot draws nothing where there is nothing to compare', () => {
  const alone = sampleResult({
    costs: { dual: { p10: 1, p50: 2, p90: 3 } },
    cheapest: { dual: 1 },
  });
  expect(savingDotplot(alone, size, hongKongDollars)).toBeNull();
});
