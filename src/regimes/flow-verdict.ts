import type { Flow } from '../schema/flow.ts';
import type { LawFlow } from '../schema/law-result.ts';
import { factsOf } from './facts-of.ts';
import { stopsOf } from './flow-facts.ts';
import {
  controlLabels,
  dataKindFacts,
  purposeLabels,
  regionLabels,
  subjectFacts,
} from './flow-labels.ts';
import type { Inquiry } from './inquiry.ts';
import { placeOf } from './places.ts';
import { requiredControls } from './required-controls.ts';

/** The rules by which each law applies to a flow, and the one by which it does not. */
const scopes = [
  { regime: 'pipl', by: ['R2', 'R3', 'R4'], not: 'R5' },
  { regime: 'pdpo', by: ['R1'], not: '' },
] as const;

/** All that the law says of one flow. */
export function flowVerdict(inquiry: Inquiry, index: number): LawFlow {
  const known = inquiry.case.flows[index];
  if (known === undefined) throw new RangeError(`there is no flow ${index}`);
  const { flow, implied } = known;
  const stops = stopsOf(flow, inquiry.case.company);
  const regions = new Set(stops.map(({ place }) => placeOf(place).region));
  const required = requiredControls(inquiry, index);
  return {
    name: flow.name,
    implied,
    path: stops.map(({ place }) => placeOf(place).label),
    tags: tagsOf(flow, inquiry, index),
    crossBorder: regions.size > 1,
    regimes: scopes.map(({ by, not, regime }) => {
      const rule = by.find((name) => inquiry.holds(name, index));
      return {
        regime,
        applies: rule !== undefined,
        rule: rule ?? not,
        because: rule === undefined ? whyNot(inquiry, regime) : becauseOf(inquiry, rule),
      };
    }),
    mechanism: mechanismOf(inquiry, index),
    bayArea: bayAreaOf(inquiry, index),
    rules: [...inquiry.book.entries]
      .filter(
        ([name, each]) =>
          each.kind === 'rule' && each.rule.scope === 'flow' && inquiry.holds(name, index),
      )
      .map(([name]) => name),
    controls: required.map(({ askedBy, control, inPlace }) => ({
      id: control,
      label: controlLabels[control],
      inPlace,
      askedBy: [...askedBy],
    })),
    missing: required.filter(({ inPlace }) => !inPlace).map(({ control }) => control),
    facts: factsOf(inquiry, index),
  };
}

function whyNot(inquiry: Inquiry, regime: string): string {
  if (regime === 'pdpo') return 'the company does not decide on this flow in or from Hong Kong';
  return inquiry.status('R2', null) === 'not yet in force'
    ? 'the law was not in force on this date'
    : becauseOf(inquiry, 'R5');
}

/** What a rule says where it holds, in plain words. */
export function becauseOf(inquiry: Inquiry, rule: string): string {
  const entry = inquiry.book.entries.get(rule);
  return entry?.kind === 'rule' ? entry.rule.because : '';
}

function mechanismOf(inquiry: Inquiry, index: number): LawFlow['mechanism'] {
  const { asOf } = inquiry.case.setting;
  const mechanisms = inquiry.book.regimes.flatMap((regime) => regime.mechanisms);
  const found = mechanisms.find(({ when }) => inquiry.meets(when, index));
  const rule = found?.rules.find((name) => inquiry.holds(name, index)) ?? '';
  const others = (found?.alternatives ?? []).filter(
    ({ from, when }) => asOf >= from && inquiry.meets(when, index),
  );
  return {
    id: found?.id ?? 'none',
    label: found?.label ?? 'None',
    rule,
    because: rule === '' ? '' : becauseOf(inquiry, rule),
    alternatives: others.map(({ label }) => label),
  };
}

function bayAreaOf(inquiry: Inquiry, index: number): LawFlow['bayArea'] {
  const rule = (['R20', 'R21'] as const).find((name) => inquiry.holds(name, index));
  if (rule === undefined) return null;
  return { available: rule === 'R20', rule, because: becauseOf(inquiry, rule) };
}

/** What a flow is marked with, from its metadata and its path. */
function tagsOf(flow: Flow, inquiry: Inquiry, index: number): string[] {
  const holds = (name: string) => inquiry.holds(name, index);
  const regions = stopsOf(flow, inquiry.case.company).map(({ place }) => placeOf(place).region);
  return [
    ...flow.data.map((kind) => dataKindFacts[kind].label),
    `${subjectFacts[flow.subjects].label} in ${regionLabels[flow.subjectsIn]}`,
    purposeLabels[flow.purpose],
    holds('hasSensitive') ? 'sensitive' : 'ordinary',
    ...(Number(inquiry.value('minors', index)) > 0 ? ['people under 14'] : []),
    ...(holds('flowImportantData') ? ['important data'] : []),
    new Set(regions).size > 1 ? 'cross-border' : 'domestic',
    ...(flow.plugin === undefined ? [] : [`through ${flow.plugin}`]),
    `recipient in ${placeOf(flow.to).label}`,
  ];
}
