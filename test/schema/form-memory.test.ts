import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormContext } from '../../src/schema/as-form.ts';
import { FormMemory } from '../../src/schema/form-memory.ts';
import { formOfLeaf, withTriple } from '../../src/schema/leaf-form.ts';
import type { LeafForm } from '../../src/schema/leaf-form.ts';
import type { Quantity } from '../../src/schema/value-form.ts';
import { evenSketch } from '../helpers/sample-briefing.ts';

const context: FormContext = { sketch: evenSketch(100, 300), unit: 'HKD', range: [0, 1000] };
const leaf = { dist: 'lognormal', mean: 200, cv: 0.3 } as const;

test('FormMemory gives back the very numbers of a form, forth and back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<LeafForm>('fixed', 'range', 'percentiles'), { minLength: 2 }),
      (forms) => {
        const memory = new FormMemory();
        const seen = new Map<LeafForm, Quantity>();
        let now: Quantity = leaf;
        for (const form of forms) {
          now = memory.convert(0, now, form, context);
          expect(formOfLeaf(now)).toBe(form);
          expect(now).toEqual(seen.get(form) ?? now);
          seen.set(form, now);
        }
      },
    ),
  );
});

test('FormMemory gives back the form that a leaf had at first as it was', () => {
  const memory = new FormMemory();
  const range: Quantity = { dist: 'triangular', min: 100, mode: 250, max: 300 };
  const fixed = memory.convert(0, range, 'fixed', context);
  expect(memory.convert(0, fixed, 'range', context)).toBe(range);
});

test('FormMemory starts anew from numbers that a person has changed', () => {
  const memory = new FormMemory();
  const range = memory.convert(0, leaf, 'range', context);
  const changed = withTriple(range, [1, 2, 3]);
  const own = { ...context, sketch: evenSketch(1, 3) };
  expect(memory.convert(0, changed, 'fixed', own)).toBe(2);
  expect(memory.convert(0, 2, 'range', own)).toBe(changed);
});

test('FormMemory keeps the leaves of an input apart', () => {
  const memory = new FormMemory();
  const fixed = memory.convert(0, leaf, 'fixed', context);
  expect(memory.convert(1, fixed, 'range', context)).not.toEqual(
    memory.convert(0, fixed, 'range', context),
  );
});
