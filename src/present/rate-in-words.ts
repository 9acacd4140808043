const rates: Readonly<Record<string, string>> = {
  year: 'a year',
  people: 'for each person',
  'people/year': 'for each person and year',
};

/** What a unit is counted by, in words: `a year` for `HKD/year`; '' where it is counted by nothing. */
export function rateInWords(unit: string): string {
  const [, ...per] = unit.split('/').map((word) => word.trim());
  return rates[per.join('/')] ?? (per.length === 0 ? '' : `per ${per.join(' and ')}`);
}
