import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChangeHistory } from '../../src/components/change-history.ts';
import type { OpenedScenario } from '../../src/components/opened-scenario.ts';

test('undo and redo go back and forth through changes', () => {
  const history = new ChangeHistory();
  history.change('a', 1, true);
  history.change('b', 2, true);
  history.undo();
  expect(history.now).toEqual({ a: 1 });
  history.redo();
  expect(history.now).toEqual({ a: 1, b: 2 });
});

test('a slider that is dragged is one step, however many values it passes', () => {
  const history = new ChangeHistory();
  for (let value = 1; value <= 50; value++) history.change('a', value, value === 50);
  expect(history.now).toEqual({ a: 50 });
  history.undo();
  expect(history.now).toEqual({});
  expect(history.canUndo).toBe(false);
});

test('null takes a change back, and that can be undone too', () => {
  const history = new ChangeHistory({ a: 1 });
  history.change('a', null, true);
  expect(history.now).toEqual({});
  history.undo();
  expect(history.now).toEqual({ a: 1 });
});

test('answers about the company are steps too, beside the changes of inputs', () => {
  const history = new ChangeHistory();
  history.change('a', 1, true);
  history.changeProfile({ flows: null });
  expect([history.now, history.profile]).toEqual([{ a: 1 }, { flows: null }]);
  history.replace({});
  expect([history.now, history.profile]).toEqual([{}, {}]);
  history.undo();
  history.undo();
  expect([history.now, history.profile]).toEqual([{ a: 1 }, {}]);
});

test('a change after undo leaves nothing to redo', () => {
  const history = new ChangeHistory();
  history.change('a', 1, true);
  history.undo();
  history.change('b', 1, true);
  expect(history.canRedo).toBe(false);
});

test('whatever is done, undoing all of it leads back to the start, and redoing it to the end', () => {
  const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.integer()), fc.boolean());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const history = new ChangeHistory({ a: 0 });
      for (const [name, value, settled] of steps) history.change(name, value, settled);
      const end = history.now;
      while (history.canUndo) history.undo();
      expect(history.now).toEqual({ a: 0 });
      while (history.canRedo) history.redo();
      expect(history.now).toEqual(end);
    }),
  );
});

const scenario = (name: string): OpenedScenario => ({
  origin: { scenario: null, src: name, opened: null },
  files: { scenarioFile: name, files: { [name]: '{}' } },
});

test('to open another scenario is a step, and the one before keeps its changes', () => {
  const [one, other] = [scenario('one.json'), scenario('other.json')];
  const history = new ChangeHistory({}, {}, one);
  history.change('a', 1, true);
  history.open(other);
  history.change('b', 2, true);
  history.undo();
  expect([history.opened, history.now]).toEqual([other, {}]);
  history.undo();
  expect([history.opened, history.now]).toEqual([one, { a: 1 }]);
  history.replace({});
  expect(history.opened).toBe(one);
});

test('a scenario that is read anew is the same in all steps, and no step of its own', () => {
  const [one, anew, other] = [scenario('one.json'), scenario('anew.json'), scenario('other.json')];
  const history = new ChangeHistory({}, {}, one);
  history.change('a', 1, true);
  history.reread(anew);
  expect([history.opened, history.now]).toEqual([anew, { a: 1 }]);
  history.open(other);
  history.undo();
  history.undo();
  expect([history.opened, history.now]).toEqual([anew, {}]);
  expect(history.canUndo).toBe(false);
});

test('the first scenario of all leaves nothing to go back to', () => {
  const history = new ChangeHistory();
  history.open(scenario('one.json'));
  expect(history.canUndo).toBe(false);
});
