import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSize, textWidth } from '../../src/charts/text-look.ts';
import { toSvgString } from '../../src/charts/to-svg-string.ts';
import { transferMap } from '../../src/charts/transfer-map.ts';
import { regionsOfPlaces } from '../../src/present/regions-of-places.ts';
import { regimeFiles } from '../../src/runner/regime-files.ts';
import type { LawResult } from '../../src/schema/law-result.ts';
import { placeLabel } from '../../src/regimes/places.ts';
import { placeIds } from '../../src/schema/places.ts';
import { answeredCompany, exportFlow, ownCase } from '../export/papers/papers-case.ts';
import { flat, group } from '../helpers/scenes.ts';

const { law } = ownCase([
  { ...exportFlow, name: 'Many orders', people: 1_000_000 },
  {
    ...exportFlow,
    name: 'Staff',
    subjects: 'staff',
    purpose: 'human-resources',
    legalBasis: 'employment',
    exportNecessary: 'human-resources',
    people: 10,
    from: 'shenzhen',
  },
  {
    ...exportFlow,
    name: 'Members',
    subjectsIn: 'hong-kong',
    from: 'hong-kong',
    processor: 'A vendor',
    processorPlace: 'singapore',
  },
  { ...exportFlow, name: 'At home', subjectsIn: 'hong-kong', from: 'hong-kong' },
]);
const regionOf = regionsOfPlaces(regimeFiles);
const draw = (of: LawResult, width = 720) => transferMap(of, regionOf, { width });
const textsOf = (of: LawResult, width?: number) =>
  flat(draw(of, width)?.marks ?? []).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('transferMap', () => {
  it('claims how many flows need a mechanism, and says of each what it needs', () => {
    const scene = draw(law);
    expect(scene?.title).toBe('Of 4 flows, 1 needs a transfer mechanism');
    const free = { ...law, flows: law.flows.slice(1) };
    expect(draw(free)?.title).toBe('Of 3 flows, none needs a transfer mechanism');
    expect(textsOf(law)).toContain(
      'Needs: CAC security assessment (2024 Provisions Art. 7). Leaves the mainland',
    );
    expect(scene?.table.rows.map(([name, way]) => [name, way])).toEqual([
      ['Many orders', 'Shanghai \u2192 Hong Kong'],
      ['Staff', 'Shenzhen \u2192 Hong Kong'],
      ['Members', 'Hong Kong \u2192 Singapore \u2192 Hong Kong'],
      ['At home', 'stays in Hong Kong'],
    ]);
  });
  it('puts the places of a region side by side under its name, and a line where it ends', () => {
    const texts = textsOf(law);
    expect(texts).toContain('The mainland');
    const nodes = ['Shanghai', 'Shenzhen', 'Hong Kong', 'Singapore'];
    expect(texts.filter((each) => nodes.includes(each))).toEqual(nodes);
    const borders = flat(group(draw(law)?.marks ?? [], 'places')?.marks ?? []).filter(
      ({ role }) => role === 'axis',
    );
    expect(borders).toHaveLength(2);
  });
  it('draws each step at a height of its own, from place to place', () => {
    const heads = flat(group(draw(law)?.marks ?? [], 'Members')?.marks ?? []).flatMap((mark) =>
      mark.kind === 'path' ? [{ x: mark.x, y: mark.y }] : [],
    );
    expect(heads).toHaveLength(2);
    const [there, back] = heads;
    expect(there!.x).toBeGreaterThan(back!.x);
    expect(back!.y).toBeGreaterThan(there!.y);
  });
  it('names the borders that a flow crosses', () => {
    const through = ownCase([
      {
        ...exportFlow,
        subjectsIn: 'hong-kong',
        from: 'hong-kong',
        processor: 'A vendor',
        processorPlace: 'hangzhou',
        addsMainlandData: false,
      },
    ]).law;
    expect(draw(through)?.stops[0]?.text).toMatch(
      /\. Leaves (the mainland, leaves Hong Kong|Hong Kong, leaves the mainland)$/,
    );
  });
  it('says of what is not known that it is not', () => {
    const { criticalInfrastructure: _, ...company } = answeredCompany;
    const open = ownCase([exportFlow], { company }).law;
    expect(draw(open)?.title).toBe('The one flow may need a transfer mechanism');
    expect(textsOf(open)[0]).toBeDefined();
    expect(textsOf(open).join(' ')).toContain(
      'Not known whether it needs a mechanism: answer the open questions',
    );
  });
  it('has nothing to draw where there is no flow', () => {
    expect(draw({ ...law, flows: [] })).toBeNull();
  });
  it('tells how many flows it leaves to the register', () => {
    const [flow] = law.flows;
    const many = { ...law, flows: Array.from({ length: 130 }, () => flow!) };
    expect(textsOf(many)).toContain('and 30 more, which the register lists');
    expect(draw(many)?.table.rows).toHaveLength(130);
  });
  it('keeps words apart and inside, whatever the names, the places and the width', () => {
    const places = placeIds.map(placeLabel);
    const flows = fc.array(
      fc.record({
        name: fc.oneof(
          fc.string({ minLength: 1, maxLength: 80 }),
          fc.constant('\u6703\u54e1'.repeat(40)),
        ),
        path: fc.array(fc.constantFrom(...places, 'not known'), { minLength: 1, maxLength: 4 }),
        like: fc.nat({ max: 3 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(flows, fc.constantFrom(248, 358, 620, 1100), (given, width) => {
        const scene = draw(
          {
            ...law,
            flows: given.map(({ like, name, path }) => ({ ...law.flows[like]!, name, path })),
          },
          width,
        )!;
        const boxes = flat(scene.marks).flatMap((mark) => {
          if (mark.kind !== 'text' || mark.text.trim() === '') return [];
          const size = 0.9 * textWidth(mark.text, mark.role);
          const left = mark.anchor === 'start' ? mark.x : mark.x - size / 2;
          return [
            {
              text: mark.text,
              left,
              right: left + size,
              top: mark.y - 0.7 * textSize,
              bottom: mark.y + 0.2 * textSize,
            },
          ];
        });
        const outside = boxes.filter(
          ({ bottom, left, right, top }) =>
            left < -1 || right > width + 1 || top < -2 || bottom > scene.height,
        );
        expect(outside).toEqual([]);
        const over = boxes.flatMap((box, index) =>
          boxes
            .slice(index + 1)
            .filter(
              (other) =>
                box.left < other.right &&
                other.left < box.right &&
                box.top < other.bottom &&
                other.top < box.bottom,
            ),
        );
        expect(over).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
  it('is a picture that holds names as text', () => {
    const named = {
      ...law,
      flows: law.flows.map((flow) => ({ ...flow, name: '<script>x</script>' })),
    };
    expect(toSvgString(draw(named)!)).not.toContain('<script');
  });
});
