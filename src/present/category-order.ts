/** The categories that are always shown, also where they cost nothing, and in this order. */
export const namedCategories = ['fines', 'audits', 'remediations', 'attrition'] as const;

/** Categories that belong together closely enough to be drawn as one, by the one that leads them. */
export const categoryFamilies: Readonly<Record<string, string>> = {
  filings: 'audits',
  claims: 'investigations',
  training: 'programme',
  monitoring: 'programme',
  requests: 'programme',
  disruption: 'isolation',
};

/** The categories of a result as they are shown: the four named ones first, then what costs anything. */
export function categoryOrder(
  components: Readonly<Record<string, Readonly<Record<string, number>>>>,
): readonly string[] {
  const costs = Object.values(components);
  const all = new Set(costs.flatMap((own) => Object.keys(own)));
  const named: readonly string[] = namedCategories;
  const others = [...all].filter(
    (category) => !named.includes(category) && costs.some((own) => (own[category] ?? 0) !== 0),
  );
  return [...named, ...others];
}
