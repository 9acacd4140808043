import type { Footing } from '../analysis/foundation.ts';
import { toldFigure } from '../present/decision-figures-in-words.ts';
import { formatMoney } from '../present/format-money.ts';
import { formatNumber } from '../present/format-number.ts';
import { formatQuantity } from '../present/format-quantity.ts';
import { formatPercent } from '../present/format-share.ts';
import { knowingInWords, withoutRangeInWords } from '../present/knowing-in-words.ts';
import { groundWords } from '../present/foundation-in-words.ts';
import { moneyScale } from '../present/money-scale.ts';
import { hongKongDollars } from '../present/shown-currency.ts';
import { switchingRows } from '../present/switching.ts';
import type { Decision, Driver } from '../schema/decision.ts';
import type { Plausibility } from '../schema/plausibility.ts';
import type { Result } from '../schema/result.ts';
import type { SwitchingValue } from '../schema/switching-value.ts';
import { strong, textTable, wrapped } from './text-table.ts';
import type { Row } from './text-table.ts';

/** All that `tandem drivers` finds out. */
export interface Drivers {
  readonly decision: Decision;
  readonly breakEven: readonly SwitchingValue[];
  readonly foundation: readonly Footing[];
  readonly plausibility: Plausibility;
}

export function driversTable(found: Drivers, result: Result, styled: boolean): string {
  const { decision } = found;
  const label = (id: string) => decision.postures.find((each) => each.id === id)?.label ?? id;
  const title = `${decision.run.scenario.name}: ${label(decision.best)} costs least on average`;
  const parts = [
    strong(wrapped(title), styled),
    settledText(decision),
    textTable(driverRows(decision, label), styled),
    wrapped(knowingText(decision)),
    textTable(worthRows(decision), styled),
    textTable(breakEvenRows(found, result), styled),
    textTable(regretRows(decision, label), styled),
    textTable(footingRows(found, label), styled),
    textTable(impliedRows(found, result), styled),
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function settledText({ settled }: Decision): string {
  return settled
    .map(({ claim, confidence, isSettled, trials }) =>
      wrapped(
        isSettled
          ? `${claim}: settled after ${formatNumber(trials ?? 0, 0)} futures, ${formatNumber(100 * confidence, 0)} % sure.`
          : `${claim}: not settled by these futures; run more.`,
      ),
    )
    .join('\n');
}

function driverRows(decision: Decision, label: (id: string) => string): Row[] {
  const { best, drivers, of } = decision;
  const cost = `tco.${best}`;
  const told = toldFigure(decision);
  const posture = told.slice(told.indexOf('.') + 1);
  const shareOf = (driver: Driver, figure: string) => driver.shares[figure]?.value ?? 0;
  const isSaving = told.startsWith('saving');
  const amounts = drivers.flatMap(({ swings }) => [swings?.[told]?.low, swings?.[told]?.high]);
  const scale = moneyScale(amounts.filter((each) => each !== undefined));
  const ranked = drivers.toSorted((a, b) => shareOf(b, told) - shareOf(a, told));
  const withTotals = drivers.some(({ totals }) => totals !== null);
  const money = (hkd: number) => formatMoney(hkd, { scale, error: scale.size / 50 });
  return [
    {
      kind: 'heading',
      text: 'What drives it (share of the variance)',
      cells: [
        `cost of ${label(best)}`,
        isSaving ? `saving of ${label(of)} on ${label(posture)}` : `cost of ${label(posture)}`,
        ...(withTotals ? ['with interactions'] : []),
        'at its 10 % end',
        'at its 90 % end',
        'choice turns at',
      ],
    },
    ...ranked.map((driver): Row => {
      const swing = driver.swings?.[told];
      const turns = driver.ties?.map(({ value }) =>
        formatQuantity(value, driver.unit, hongKongDollars),
      );
      return {
        kind: 'row',
        label: driver.label,
        cells: [
          formatPercent(shareOf(driver, cost)),
          formatPercent(shareOf(driver, told)),
          ...(withTotals ? [formatTotal(driver.totals?.[told]?.value)] : []),
          swing === undefined ? '' : money(swing.low),
          swing === undefined ? '' : money(swing.high),
          turns === undefined ? '' : turns.length === 0 ? 'never' : turns.join(', '),
        ],
      };
    }),
  ];
}

function formatTotal(share: number | undefined): string {
  return share === undefined ? '' : formatPercent(share);
}

function knowingText(decision: Decision): string {
  const money = (hkd: number, error: number) =>
    formatMoney(hkd, { error: Math.max(error, hkd / 50) });
  const range = withoutRangeInWords(decision);
  return `${knowingInWords(decision, money)}${range === null ? '' : ` ${range}`}`;
}

function worthRows({ drivers, groups }: Decision): Row[] {
  const rows = [
    ...groups.map(({ information, label }) => ({ label: `All of: ${label}`, information })),
    ...drivers.flatMap(({ information, label }) =>
      information === null || information.value === 0 ? [] : [{ label, information }],
    ),
  ].toSorted((a, b) => b.information.value - a.information.value);
  return [
    {
      kind: 'heading',
      text: 'Worth knowing before choosing',
      cells: ['at least HK$', 'error', 'at most HK$'],
    },
    ...rows.map(({ information: { error, upper, value }, label }): Row => ({
      kind: 'row',
      label,
      cells: [value, error, upper].map((each) => formatNumber(each, 0)),
    })),
  ];
}

function breakEvenRows({ breakEven }: Drivers, result: Result): Row[] {
  const rows = switchingRows(result, breakEven, hongKongDollars);
  return [
    {
      kind: 'heading',
      text: 'Alone would change the choice',
      cells: ['now', 'at', 'then best'],
    },
    ...(rows.length === 0
      ? [{ kind: 'row', label: 'Nothing within sensible ranges', cells: [] } as const]
      : rows.map(({ best, changed, label, now }): Row => ({
          kind: 'row',
          label,
          cells: [now, changed, best],
        }))),
  ];
}

function regretRows({ risk }: Decision, label: (id: string) => string): Row[] {
  const entries = Object.entries(risk.regret);
  const scale = moneyScale(entries.flatMap(([, { mean, p90 }]) => [mean, p90]));
  const money = (hkd: number) => formatMoney(hkd, { scale });
  return [
    {
      kind: 'heading',
      text: 'Regret: cost above the best of its future',
      cells: ['mean', '1 in 10 above', 'largest'],
    },
    ...entries.map(([id, { largest, mean, p90 }]): Row => ({
      kind: 'row',
      label: label(id),
      cells: [money(mean), money(p90), money(largest)],
    })),
    ...risk.dominance.map(({ order, over, posture }): Row => ({
      kind: 'row',
      label:
        order === 1
          ? `${label(posture)} exceeds no amount more often than ${label(over)}`
          : `Whoever dislikes risk prefers ${label(posture)} to ${label(over)}, however much`,
      cells: [],
    })),
  ];
}

function footingRows({ decision, foundation }: Drivers, label: (id: string) => string): Row[] {
  return [
    {
      kind: 'heading',
      text: `What drives the cost of ${label(decision.best)} rests on`,
      cells: ['share', 'first of all'],
    },
    ...foundation.map(({ drivers, ground, share }): Row => ({
      kind: 'row',
      label: groundWords[ground],
      cells: [formatPercent(share), drivers[0]?.name ?? ''],
    })),
  ];
}

function impliedRows({ plausibility }: Drivers, { labels, postures }: Result): Row[] {
  const { beyondCaps, events, years } = plausibility;
  const label = (id: string) => postures.find((each) => each.id === id)?.label ?? id;
  return [
    {
      kind: 'heading',
      text: `Is it believable? Over ${years} years`,
      cells: ['at least one', 'one every'],
    },
    ...events
      .filter(({ mean }) => mean > 0)
      .map(({ chance, event, posture, returnPeriod }): Row => ({
        kind: 'row',
        label: `${labels.events[event] ?? event}, ${label(posture)}`,
        cells: [
          formatPercent(chance),
          returnPeriod === null
            ? 'never'
            : `${formatNumber(returnPeriod, returnPeriod < 10 ? 1 : 0)} years`,
        ],
      })),
    ...beyondCaps.map(({ capAmount, posture, share }): Row => ({
      kind: 'row',
      label: `Amounts beyond the cap of ${formatMoney(capAmount)}, ${label(posture)}`,
      cells: [formatPercent(share), ''],
    })),
  ];
}
