import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LeafView } from '../present/leaf-views.ts';
import { nameInWords } from '../present/name-in-words.ts';
import type { InputBriefing } from '../schema/briefing.ts';
import { leavesOf } from '../schema/edit-value.ts';
import type { FormMemory } from '../schema/form-memory.ts';
import { formOfLeaf, tripleOf, withTriple } from '../schema/leaf-form.ts';
import type { LeafForm } from '../schema/leaf-form.ts';
import { possibleRange } from '../schema/possible-range.ts';
import type { Quantity } from '../schema/value-form.ts';
import { hillTemplate } from './hill-template.ts';
import { postureMarkTemplate as mark } from './posture-mark-template.ts';
import { segmentedTemplate } from './segmented-template.ts';
import type { TandemSpread } from './tandem-spread.ts';

/** A leaf whose certainty is to be changed. */
export interface LeafPanel {
  readonly input: InputBriefing;
  readonly view: LeafView;
  /** Place of the leaf among those of its input. */
  readonly index: number;
  /** What its leaves were in other forms. */
  readonly memory: FormMemory;
  readonly change: (leaf: Quantity) => void;
}

const forms: readonly { readonly value: LeafForm; readonly label: string }[] = [
  { value: 'fixed', label: 'Fixed' },
  { value: 'range', label: 'Range' },
  { value: 'percentiles', label: 'Percentiles' },
];

/** How certain a leaf is: fixed, a range, percentiles, or as its file says. */
export function leafPanelTemplate({
  change,
  index,
  input,
  memory,
  view,
}: LeafPanel): TemplateResult {
  const { leaf, sketch } = view;
  const { isMultiplier, quantity } = leaf;
  const unit = isMultiplier ? '1' : input.unit;
  const range = isMultiplier ? ([0, 10] as const) : input.range;
  const name = isMultiplier
    ? `Spread around it${input.by.includes('posture') ? ', shared by all postures' : ''}`
    : view.caption;
  const label = [input.label, name].filter((part) => part !== '').join(', ');
  const form = formOfLeaf(quantity);
  const given = leavesOf(input.base)[index]?.quantity;
  const inFile = given !== undefined && formOfLeaf(given) === 'other' ? given : null;
  const own = typeof quantity === 'object' ? sketch : null;
  const choose = (value: string): void => {
    if (value === 'other') change(inFile ?? quantity);
    else change(memory.convert(index, quantity, value as LeafForm, { sketch: own, unit, range }));
  };
  const other = inFile ?? (form === 'other' ? quantity : null);
  return html`
    <div class="leaf">
      ${name === '' ? nothing : html`<h6>${mark(view.posture)}${name}</h6>`}
      ${segmentedTemplate({
        legend: `How certain: ${label}`,
        name: `form-${index}`,
        options: [
          ...forms,
          ...(other === null
            ? []
            : [{ value: 'other', label: `As in the file (${nameOf(other)})` }]),
        ],
        chosen: form,
        isDisabled: typeof quantity === 'object' && own === null,
        choose,
      })}
      ${fields({ input, quantity, label, unit, range, change })}
      ${isMultiplier && own !== null ? multiplier(view) : nothing}
    </div>
  `;
}

function fields({
  change,
  input,
  label,
  quantity,
  range,
  unit,
}: {
  readonly input: InputBriefing;
  readonly quantity: Quantity;
  readonly label: string;
  readonly unit: string;
  readonly range: readonly [number, number] | null;
  readonly change: (leaf: Quantity) => void;
}): TemplateResult | typeof nothing {
  const triple = tripleOf(quantity);
  const form = formOfLeaf(quantity);
  if (triple === null || form === 'fixed' || form === 'other') return nothing;
  const [lowest, highest] = possibleRange(unit, range);
  const { max, min } = quantity as { readonly min?: number; readonly max?: number };
  return html`<tandem-spread
    .label=${label}
    .form=${form}
    .triple=${triple}
    .unit=${unit}
    .currency=${unit === '1' ? null : input.currency}
    .lowest=${lowest}
    .highest=${highest}
    .bounds=${form === 'percentiles' ? { min, max } : {}}
    @change=${({ target }: Event) => change(withTriple(quantity, (target as TandemSpread).triple))}
  ></tandem-spread>`;
}

/** The spread of a multiplier, which has no slider to be drawn over. */
function multiplier({ detail, sketch }: LeafView): TemplateResult {
  const quantiles = sketch?.quantiles ?? [];
  const [low, high] = [quantiles[0] ?? 0, quantiles.at(-1) ?? 1];
  const width = high > low ? 1.2 * (high - low) : 1;
  const start = (low + high - width) / 2;
  return html`
    <svg class="hill" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      ${hillTemplate(quantiles.map((value) => (value - start) / width))}
    </svg>
    <p>Multiplies every value alike: ${detail}</p>
  `;
}

function nameOf(leaf: Quantity): string {
  return typeof leaf === 'object' && 'dist' in leaf && typeof leaf.dist === 'string'
    ? nameInWords(leaf.dist).toLowerCase()
    : 'other percentiles';
}
