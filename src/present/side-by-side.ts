import type { Result, Saving, Summary } from '../schema/result.ts';
import { formatDate } from './format-date.ts';
import { formatMoney, formatMoneyRange } from './format-money.ts';
import { formatNumber } from './format-number.ts';
import { formatPercent } from './format-share.ts';
import { moneyScale } from './money-scale.ts';
import type { ShownCurrency } from './shown-currency.ts';

/** A scenario that is set beside others, with its result. */
export interface NamedResult {
  readonly name: string;
  readonly result: Result;
}

export interface SideBySideRow {
  readonly label: string;
  /** One for each scenario. */
  readonly cells: readonly string[];
  readonly strong: boolean;
}

export interface SideBySideSection {
  readonly heading: string;
  readonly rows: readonly SideBySideRow[];
}

const nothing = '\u2013';

/** Several scenarios in one table: what each posture costs and saves, and how surely. */
export function sideBySide(
  scenarios: readonly NamedResult[],
  currency: ShownCurrency,
): readonly SideBySideSection[] {
  const postures = posturesOf(scenarios);
  const scale = moneyScale(
    scenarios.flatMap(({ result }) =>
      Object.values(result.outputs['tco'] ?? {}).map(({ mean }) => mean),
    ),
    currency,
  );
  const each = <T>(find: (result: Result) => T | undefined, show: (found: T) => string) =>
    scenarios.map(({ result }) => {
      const found = find(result);
      return found === undefined ? nothing : show(found);
    });
  const money = (hkd: number, error: number) => formatMoney(hkd, { currency, scale, error });
  const mean = ({ mean: value, standardError }: Summary | Saving) =>
    `${money(value, standardError)} ± ${formatMoney(standardError, { currency })}`;
  const perPosture = (strong: boolean, cells: (posture: string) => readonly string[]) =>
    postures.map(({ id, label }): SideBySideRow => ({ label, strong, cells: cells(id) }));
  const cost = (posture: string) => (result: Result) => result.outputs['tco']?.[posture];
  const saved = savedAgainst(scenarios);
  const sections: SideBySideSection[] = [
    {
      heading: 'Mean cost, with its standard error',
      rows: perPosture(true, (posture) => each(cost(posture), mean)),
    },
    {
      heading: '8 of 10 futures cost',
      rows: perPosture(false, (posture) =>
        each(cost(posture), ({ p10, p90 }) => formatMoneyRange(p10, p90, currency)),
      ),
    },
    {
      heading: 'Chance of costing least',
      rows: perPosture(false, (posture) =>
        each(
          ({ cheapest, cheapestErrors }) =>
            cheapest[posture] === undefined
              ? undefined
              : { chance: cheapest[posture], error: cheapestErrors[posture] ?? 0 },
          ({ chance, error }) => `${formatPercent(chance)}${percentError(error)}`,
        ),
      ),
    },
    ...saved.map(({ heading, of }) => ({
      heading,
      rows: of.flatMap(({ id, label }): SideBySideRow[] => [
        {
          label: `against ${label}`,
          strong: true,
          cells: each(({ saving }) => saving[id], mean),
        },
        {
          label: 'in 8 of 10 futures',
          strong: false,
          cells: each(
            ({ saving }) => saving[id],
            ({ p10, p90 }) => formatMoneyRange(p10, p90, currency),
          ),
        },
        {
          label: 'chance that it saves',
          strong: false,
          cells: each(
            ({ saving }) => saving[id],
            ({ probabilityPositive: chance, probabilityPositiveError: error }) =>
              `${formatPercent(chance)}${percentError(error)}`,
          ),
        },
      ]),
    })),
    {
      heading: 'What was run',
      rows: [
        fact('Years', ({ manifest }) => String(manifest.years)),
        fact('Law of', ({ manifest }) => formatDate(manifest.asOf)),
        fact(
          'Futures, seed',
          ({ manifest }) => `${formatNumber(manifest.trials, 0)}, ${manifest.seed}`,
        ),
        fact('Result', ({ manifest }) => manifest.resultHash.slice(0, 12)),
      ],
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);

  function fact(label: string, find: (result: Result) => string): SideBySideRow {
    return { label, strong: false, cells: scenarios.map(({ result }) => find(result)) };
  }
}

/** All postures of all scenarios, each once, in the order in which they first come. */
export function posturesOf(
  scenarios: readonly NamedResult[],
): readonly { readonly id: string; readonly label: string }[] {
  const found = new Map(
    scenarios.flatMap(({ result }) => result.postures.map(({ id, label }) => [id, label] as const)),
  );
  return [...found].map(([id, label]) => ({ id, label }));
}

/** The errors of chances are small: one decimal tells them, and below that they are left out. */
function percentError(error: number): string {
  return error < 0.0005 ? '' : ` ± ${formatNumber(100 * error, 1)}`;
}

/** Which posture's savings are told, against which others. */
function savedAgainst(scenarios: readonly NamedResult[]): readonly {
  readonly heading: string;
  readonly of: readonly { readonly id: string; readonly label: string }[];
}[] {
  const postures = posturesOf(scenarios);
  const rivals = postures.filter(({ id }) =>
    scenarios.some(({ result }) => result.saving[id] !== undefined),
  );
  if (rivals.length === 0) return [];
  const compared = postures.filter(({ id }) =>
    scenarios.every(({ result }) => result.saving[id] === undefined),
  );
  const name = compared.length === 1 ? (compared[0]?.label ?? '') : 'the compared posture';
  return [{ heading: `Mean saving of ${name}`, of: rivals }];
}
