import { numberText, plainNumberText } from '../schema/number-text.ts';

const aYear: Readonly<Record<string, number>> = {
  year: 1,
  yr: 1,
  年: 1,
  quarter: 4,
  季: 4,
  month: 12,
  月: 12,
  week: 52,
  周: 52,
  週: 52,
  day: 365,
  天: 365,
  日: 365,
};
const named: Readonly<Record<string, number>> = {
  yearly: 1,
  annually: 1,
  quarterly: 4,
  monthly: 12,
  weekly: 52,
  daily: 365,
};
const words: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

const span = '(?<span>year|yr|quarter|month|week|day)s?';
const forms: readonly RegExp[] = [
  // 1 in 5 years, once every 3 years, twice a year, 3 times per month
  new RegExp(
    `^(?<times>once|twice|thrice|[\\d.,]+)(?: times?)? ?(?:in|of|every|per|a|an|each|/) ?(?:a |every )?(?<every>[\\d.,]+)? ?${span}$`,
  ),
  new RegExp(`^every (?<every>[\\d.,]+)? ?${span}$`),
  /^每(?<every>[\d.,]+)?個?个?(?<span>年|季|月|周|週|天|日)(?<times>[\d.,]+|一)?次$/,
];

/** How often a year, as people say it: once every 3 years, 1 per month, monthly; null for anything else. */
export function rateText(text: string): number | null {
  const plain = plainNumberText(text).replace(/\.$/, '');
  const known = Object.hasOwn(named, plain) ? named[plain] : undefined;
  if (known !== undefined) return known;
  for (const form of forms) {
    const parts = form.exec(plain)?.groups;
    if (parts === undefined) continue;
    const times = countOf(parts['times'] ?? '1');
    const every = countOf(parts['every'] ?? '1');
    const spans = aYear[parts['span'] ?? ''];
    if (times === null || every === null || every === 0 || spans === undefined) return null;
    return Number(((times / every) * spans).toPrecision(15));
  }
  return null;
}

function countOf(text: string): number | null {
  if (text === '一') return 1;
  if (Object.hasOwn(words, text)) return words[text] ?? null;
  const [first, ...others] = numberText(text)?.readings ?? [];
  return first === undefined || others.length > 0 ? null : first.value;
}
