import type { Flow } from '../schema/flow.ts';
import type { LawFlow } from '../schema/law-result.ts';
import type { Regime } from '../schema/regime.ts';
import { becauseOf } from './because-of.ts';
import { asksOf, isOpen } from './fact.ts';
import { factsOf } from './facts-of.ts';
import { controlLabels, dataKindFacts, purposeLabels, subjectFacts } from './flow-labels.ts';
import { stopsOf } from './flow-path.ts';
import type { Inquiry } from './inquiry.ts';
import { jurisdictionOf, placeLabel } from './places.ts';
import { requiredControls } from './required-controls.ts';
import { scopeVerdict } from './scope-verdict.ts';
import { toldVerdict } from './told.ts';

/** All that the law says of one flow. */
export function flowVerdict(inquiry: Inquiry, index: number): LawFlow {
  const known = inquiry.case.flows[index];
  if (known === undefined) throw new RangeError(`there is no flow ${index}`);
  const { flow, implied, pointer } = known;
  const stops = stopsOf(flow, inquiry.case.company, pointer);
  const required = requiredControls(inquiry, index);
  const exists = inquiry.exists(index);
  const mechanisms = inquiry.book.regimes.flatMap((regime) =>
    regime.mechanisms.length === 0
      ? []
      : [{ regime: regime.id, ...mechanismOf(inquiry, regime, index) }],
  );
  const { regime: _first, ...first } = mechanisms[0] ?? { regime: '', ...noMechanism };
  return {
    name: flow.name,
    implied,
    exists: isOpen(exists) ? null : exists === true,
    path: stops.map(({ place }) => (place === null ? 'not known' : placeLabel(place))),
    tags: tagsOf(flow, inquiry, index),
    crossBorder: crossesBorder(flow, inquiry, pointer),
    regimes: inquiry.book.regimes.flatMap((regime) => {
      if (regime.scope === undefined) return [];
      const { rules: _rules, ...verdict } = scopeVerdict(inquiry, regime, regime.scope, index);
      return [{ regime: regime.id, ...verdict }];
    }),
    mechanism: first,
    mechanisms,
    bayArea: bayAreaOf(inquiry, index),
    rules: [...inquiry.book.entries]
      .filter(
        ([name, each]) =>
          each.kind === 'rule' && each.rule.scope === 'flow' && inquiry.holds(name, index),
      )
      .map(([name]) => name),
    controls: required.map(({ askedBy, control, inPlace, open }) => ({
      id: control,
      label: controlLabels[control],
      inPlace,
      askedBy: [...askedBy],
      open: [...open],
    })),
    missing: required
      .filter(({ inPlace, open }) => !inPlace && open.length === 0)
      .map(({ control }) => control),
    remarks: inquiry.book.regimes.flatMap(({ remarks }) =>
      remarks
        .filter(({ scope, when }) => scope === 'flow' && inquiry.meets(when, index))
        .map(({ message }) => message),
    ),
    facts: factsOf(inquiry, index),
  };
}

type Mechanism = Regime['mechanisms'][number];

const noMechanism: LawFlow['mechanism'] = {
  id: 'none',
  label: 'None',
  status: 'none',
  rule: '',
  because: '',
  note: '',
  open: [],
  alternatives: [],
};

/** The first way out of a law that fits; not known as soon as one may fit that comes before it. */
function mechanismOf(
  inquiry: Inquiry,
  { mechanisms }: Regime,
  index: number,
): LawFlow['mechanism'] {
  const { asOf } = inquiry.case.setting;
  const possible: Mechanism[] = [];
  const asks: string[] = [];
  let certain: Mechanism | null = null;
  for (const each of mechanisms) {
    const fits = inquiry.formula(each.when, index);
    if (fits === false) continue;
    if (fits === true) {
      certain = each;
      break;
    }
    possible.push(each);
    asks.push(...asksOf(fits));
  }
  const candidates = [...possible, ...(certain === null ? [] : [certain])];
  const ids = new Set(candidates.map(({ id }) => id));
  if (certain === null || ids.size > 1) {
    if (candidates.length === 0) return noMechanism;
    return {
      id: 'open',
      label: 'Not known',
      status: 'not known',
      rule: '',
      because: `it may be: ${[...new Set(candidates.map(({ label }) => label))].join('; ')}`,
      note: '',
      open: [...new Set(asks)],
      alternatives: [],
    };
  }
  const rule = certain.rules.find((name) => inquiry.holds(name, index)) ?? '';
  const others = certain.alternatives.filter(
    ({ from, when }) => asOf >= from && inquiry.meets(when, index),
  );
  return {
    id: certain.id,
    label: certain.label,
    status: certain.kind,
    rule,
    because: rule === '' ? '' : becauseOf(inquiry, rule),
    note: certain.note ?? '',
    open: [],
    alternatives: others.map(({ label }) => label),
  };
}

function bayAreaOf(inquiry: Inquiry, index: number): LawFlow['bayArea'] {
  for (const { bayArea } of inquiry.book.regimes) {
    if (bayArea === undefined) continue;
    const available = inquiry.value(bayArea.available, index);
    const refused = inquiry.value(bayArea.refused, index);
    if (available === true || refused === true) {
      const rule = available === true ? bayArea.available : bayArea.refused;
      return {
        available: available === true,
        rule,
        because: becauseOf(inquiry, rule),
        open: [],
      };
    }
    if (isOpen(available))
      return {
        available: null,
        rule: bayArea.available,
        because: 'not known: it depends on what is not answered',
        open: [...toldVerdict(available).open],
      };
  }
  return null;
}

function crossesBorder(flow: Flow, inquiry: Inquiry, pointer: string): boolean {
  const sides = stopsOf(flow, inquiry.case.company, pointer).flatMap(({ place }) =>
    place === null ? [] : [jurisdictionOf(place, inquiry.regions)],
  );
  return new Set(sides).size > 1;
}

/** What a flow is marked with, from its metadata and its path. */
function tagsOf(flow: Flow, inquiry: Inquiry, index: number): string[] {
  const pointer = inquiry.case.flows[index]?.pointer ?? '';
  const sensitive = inquiry.value('hasSensitive', index);
  const where = jurisdictionOf(flow.subjectsIn, inquiry.regions);
  const region = inquiry.regions.find(({ id }) => id === where)?.label;
  const isCrossing = crossesBorder(flow, inquiry, pointer);
  return [
    ...flow.data.map((kind) => dataKindFacts[kind].label),
    `${subjectFacts[flow.subjects].label} in ${region ?? placeLabel(flow.subjectsIn)}`,
    purposeLabels[flow.purpose],
    ...(isOpen(sensitive) ? [] : [sensitive === true ? 'sensitive' : 'ordinary']),
    ...(Number(inquiry.value('minors', index)) > 0 ? ['people under 14'] : []),
    ...(inquiry.holds('flowImportantData', index) ? ['important data'] : []),
    isCrossing ? 'cross-border' : 'domestic',
    ...(flow.plugin === undefined ? [] : [`through ${flow.plugin}`]),
    `recipient in ${placeLabel(flow.to)}`,
  ];
}
