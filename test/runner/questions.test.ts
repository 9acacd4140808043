import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { RunRequest } from '../../src/runner/run-request.ts';
import { threadPool } from '../../src/runner/thread-pool.ts';
import { choiceMapSchema } from '../../src/schema/choice-map.ts';
import { decisionSchema } from '../../src/schema/decision.ts';
import { serialisedThread } from './serialised-thread.ts';

const published = readFileSync('scenarios/published.json', 'utf8');
const request = (more: Partial<RunRequest> = {}): RunRequest => ({
  scenarioFile: 'published.json',
  files: { 'published.json': published },
  trials: 4096,
  detail: 'full',
  ...more,
});

describe('a runner answers', () => {
  test('what a decision turns on, as data that crosses threads', async () => {
    const runner = threadPool(serialisedThread, 1);
    const decision = await runner.decision(request(), {
      totals: false,
      groups: [{ id: 'mine', label: 'Mine', inputs: ['trustDrop', 'nothing'] }],
    }).outcome;
    expect(v.safeParse(decisionSchema, decision).issues).toBeUndefined();
    expect(decision.groups.find(({ id }) => id === 'mine')?.inputs).toEqual(['trustDrop']);
    runner.close();
  });

  test('the figures of a workbook, the first futures one by one', async () => {
    const runner = threadPool(serialisedThread, 1);
    const figures = await runner.workbookFigures(request({ trials: 700 })).outcome;
    const { result } = await runner.start(request({ trials: 700 })).outcome;
    expect(figures.trials.trials).toBe(700);
    const [posture = ''] = figures.postures;
    const means = Object.values(figures.lines).map((line) => line.means[0]!);
    const total = means.flat().reduce((sum, mean) => sum + mean, 0);
    expect(total).toBeCloseTo(result!.outputs['tco']![posture]!.mean, 2);
    const costs = figures.trials.columns.find(
      (column) => column.name === 'tco' && column.posture === posture,
    )!;
    const { ledgers } = await runner.replay(request({ trials: 700 }), 17).outcome;
    expect(costs.values[16]).toBe(ledgers[0]!.tco);
    runner.close();
  });

  test('which posture is best over an input, and says what is wrong with a map', async () => {
    const runner = threadPool(serialisedThread, 1);
    const axes = [{ input: 'upgradeCost', from: 0, to: 6e6, steps: 5 }];
    const map = await runner.choiceMap(request(), { axes }).outcome;
    expect(v.safeParse(choiceMapSchema, map).issues).toBeUndefined();
    expect(map.best[0]).toBe('dual');
    expect(map.best[4]).not.toBe('dual');
    const wrong = runner.choiceMap(request(), { axes: [{ input: 'upgradeCosts' }] });
    await expect(wrong.outcome).rejects.toThrow('did you mean "upgradeCost"?');
    runner.close();
  });

  test('with the ledger of one future, which adds up to its cost', async () => {
    const runner = threadPool(serialisedThread, 1);
    const { ledgers } = await runner.replay(request(), 17).outcome;
    expect(ledgers.map(({ posture }) => posture)).toEqual(['pipl-only', 'pdpo-only', 'dual']);
    for (const { tco, years } of ledgers)
      expect(years.reduce((sum, year) => sum + year.total, 0)).toBeCloseTo(tco, 4);
    await expect(runner.replay(request(), 4097).outcome).rejects.toThrow('not one of 1 to 4096');
    runner.close();
  });

  test('with the future that a dot of the picture stands for', async () => {
    const runner = threadPool(serialisedThread, 1);
    const { result } = await runner.start(request()).outcome;
    const costs = result!.outputs['tco']!;
    for (const value of [costs['dual']!.dots[0]!, costs['dual']!.p50, costs['dual']!.max]) {
      const found = await runner.replay(request(), { figure: 'tco.dual', value }).outcome;
      const own = found.ledgers.find(({ posture }) => posture === 'dual');
      expect(own?.tco).toBeCloseTo(value, -3);
      expect(found.trials).toBe(4096);
    }
    const { min } = result!.saving['pipl-only']!;
    const figure = 'saving.pipl-only';
    const { ledgers } = await runner.replay(request(), { figure, value: min }).outcome;
    const cost = (id: string) => ledgers.find(({ posture }) => posture === id)!.tco;
    expect(cost('pipl-only') - cost('dual')).toBeCloseTo(min, 4);
    const wrong = runner.replay(request(), { figure: 'tco.dua', value: 0 });
    await expect(wrong.outcome).rejects.toThrow('did you mean "tco.dual"?');
    runner.close();
  });

  test('what each change between two scenarios does, and where they cannot be compared', async () => {
    const runner = threadPool(serialisedThread, 1);
    const changed = JSON.parse(published) as { inputs: Record<string, unknown> };
    changed.inputs['inflation'] = 0.05;
    const after = request({ files: { 'published.json': JSON.stringify(changed) } });
    const found = await runner.difference(request(), after).outcome;
    expect(found.changes.map(({ id }) => id)).toEqual(['inflation']);
    for (const { after: end, before, change, id } of found.postures) {
      expect(change.value).toBeCloseTo(end - before, 4);
      expect(found.changes[0]?.effects[id]?.value).toBeCloseTo(change.value, 4);
    }
    const broken = request({ files: { 'published.json': '{' } });
    await expect(runner.difference(request(), broken).outcome).rejects.toThrow('second scenario');
    runner.close();
  });

  test('nothing more once a question is cancelled, and the next one', async () => {
    const runner = threadPool(serialisedThread, 1);
    let told = false;
    // So many that it is under way when it is cancelled, however fast the machine.
    const decision = runner.decision(request({ trials: 100_000 }));
    decision.outcome.then(
      () => (told = true),
      () => (told = true),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    decision.cancel();
    await runner.replay(request(), 1).outcome;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toBe(false);
    runner.close();
  });

  test('that a scenario with faults cannot be analysed', async () => {
    const runner = threadPool(serialisedThread, 1);
    const files = { 'published.json': published.replace('"horizon": 5', '"horizon": "x"') };
    await expect(runner.decision(request({ files })).outcome).rejects.toThrow('has faults');
    runner.close();
  });
});
