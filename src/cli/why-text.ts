import { whyOf } from '../regimes/why.ts';
import type { Why } from '../regimes/why.ts';
import { factInWords } from '../present/fact-in-words.ts';
import { ruleSource, sureness } from '../present/law-in-words.ts';
import { answerWanted } from '../present/lawfulness-in-words.ts';
import type { DerivedInput, LawResult } from '../schema/law-result.ts';
import { printable } from '../schema/describe.ts';
import { strong, wrapped } from './text-table.ts';

/** Everything that can be asked why. */
export function whyNames(law: LawResult): readonly string[] {
  return [...Object.keys(law.names), ...law.derived.map(({ input }) => input)];
}

/** Why a rule, an input or a fact is as it is, as text; null where the law knows no such name. */
export function whyText(law: LawResult, name: string, styled: boolean): string | null {
  const derived = law.derived.find(({ input }) => input === name);
  if (derived !== undefined) return derivedText(law, derived, styled);
  const known = Object.hasOwn(law.names, name) ? law.names[name] : undefined;
  if (known === undefined) return null;
  const rule = Object.hasOwn(law.rules, name) ? law.rules[name] : undefined;
  const head =
    rule === undefined
      ? [strong(printable(`${name}: ${known.label}`), styled)]
      : [
          strong(printable(`${name}: ${rule.title} - ${rule.status}`), styled),
          wrapped(`${ruleSource(rule)}. Where it holds: ${rule.because}.`, 88, '  '),
          ...rule.conditions.map(({ confidence, says }) =>
            wrapped(`${says}: ${sureness(confidence)}.`, 88, '  '),
          ),
          ...(rule.evidence.length === 0
            ? []
            : [wrapped(`Source: ${rule.evidence.join(', ')} (models/evidence.json).`, 88, '  ')]),
          ...(rule.note === '' ? [] : [wrapped(rule.note, 88, '  ')]),
          ...(rule.status === 'not known'
            ? [wrapped(answerWanted(rule.open, law.questions), 88, '  ')]
            : []),
        ];
  const company = whyOf(law, name, null);
  if (known.scope === 'company')
    return `${[...head, ...(company === null ? [] : lines(company, 1))].join('\n')}\n`;
  const flows = law.flows.map((flow, index) => {
    const own = whyOf(law, name, index);
    return [`  ${printable(flow.name)}`, ...(own === null ? [] : lines(own, 2))].join('\n');
  });
  return `${[...head, ...flows].join('\n')}\n`;
}

function derivedText(law: LawResult, derived: DerivedInput, styled: boolean): string {
  const { input, label, rules, status, steps, unit, values } = derived;
  const said = {
    used: 'set by the law',
    overridden: `the scenario gives its own value, above ${rules.join(', ')}`,
    shown: 'shown only: the scenario asks not to use it',
  }[status];
  const parts = Object.entries(values).map(([posture, value]) => {
    const own = (steps[posture] ?? []).map(
      ({ amount, formula, how, label: what, rule }) =>
        `      ${how === 'times' ? 'times' : how === 'max' ? 'at least' : 'plus'} ${factInWords(amount, '')}  ${rule}: ${what} (${formula}); ${law.rules[rule]?.article ?? ''}`,
    );
    return [
      `    ${posture}: ${factInWords(value, unit)}`,
      ...(own.length === 0 ? ['      no rule that holds sets it'] : own),
    ].join('\n');
  });
  return `${[strong(printable(`${input}: ${label} - ${said}`), styled), ...parts].join('\n')}\n`;
}

function lines({ formula, from, label, name, unit, value }: Why, depth: number): readonly string[] {
  const rests = formula === null ? '' : `  <- ${formula}`;
  return [
    `${'  '.repeat(depth)}${printable(label)} [${name}]: ${printable(factInWords(value, unit))}${rests}`,
    ...from.flatMap((each) => lines(each, depth + 1)),
  ];
}
