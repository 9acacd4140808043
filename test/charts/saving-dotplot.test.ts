import { expect, test } from 'vitest';
import { savingDotplot } from '../../src/charts/saving-dotplot.ts';
import { hongKongDollars } from '../../src/present/shown-currency.ts';
import { clearSample, sampleResult } from '../present/sample-result.ts';

const size = { width: 700 };

test('savingDotplot draws the difference to each other posture around a line at zero', () => {
  const scene = savingDotplot(sampleResult(clearSample), size, hongKongDollars);
  expect(scene?.title).toBe(
    'Dual costs less than PIPL only in 87 of 100 futures, than PDPO only in 84',
  );
  const groups = scene?.marks.flatMap((mark) => (mark.kind === 'group' ? [mark] : [])) ?? [];
  expect(groups.map(({ name }) => name)).toEqual([
    'axis',
    'zero',
    'against PIPL only',
    'against PDPO only',
  ]);
  expect(groups[1]?.marks.filter(({ kind }) => kind === 'rule')).toHaveLength(1);
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

test('savingDotplot has a place for each dot that says what it stands for', () => {
  const scene = savingDotplot(sampleResult(clearSample), size, hongKongDollars);
  expect(scene?.stops).toHaveLength(100);
  expect(scene?.stops[0]?.text).toMatch(
    /^Dual against PIPL only: in 1 of 100 futures it costs at least HK\$[\d.]+\u00a0[kM] more$/,
  );
  expect(scene?.stops[49]?.text).toMatch(
    /^Dual against PIPL only: 99 of 100 futures save less than HK\$[\d.]+\u00a0M$/,
  );
});
