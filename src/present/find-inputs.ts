import type { Briefing, InputBriefing } from '../schema/briefing.ts';

/** The inputs in which every word of a query stands: in label, help, name or the name of their group. */
export function findInputs(
  inputs: readonly InputBriefing[],
  groups: Briefing['groups'],
  query: string,
): readonly InputBriefing[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return inputs;
  const groupLabels = new Map(groups.map(({ id, label }) => [id, label]));
  return inputs.filter(({ group, help, label, name }) => {
    const text = plain([label, help, name, groupLabels.get(group) ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** As people type it: without capitals, accents and hyphens. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[-\u2010-\u2015]/g, ' ')
    .toLowerCase();
}
