import { toSvgString } from '../../charts/to-svg-string.ts';
import { transferMap } from '../../charts/transfer-map.ts';
import type { RegionOf } from '../../charts/transfer-map-places.ts';
import { withCaption } from '../../charts/with-caption.ts';
import { formatDate } from '../../present/format-date.ts';
import { checklistHtml } from './checklist.ts';
import { calendarText } from './ics.ts';
import { memoHtml } from './memo.ts';
import { stampOf } from './papers-parts.ts';
import type { PapersParts } from './papers-parts.ts';
import { registerCsv } from './register.ts';
import { hasMemo, transfersOf } from './transfers.ts';
import type { Transfer } from './transfers.ts';

/** A paper as a file. */
export interface Paper {
  /** Plain letters only, the same on every system. */
  readonly file: string;
  readonly type: string;
  readonly text: string;
}

const mapWidth = 960;

/** All papers of a case, by the names of their files; `regionOf` says where borders are. */
export function papersOf(parts: PapersParts, regionOf: RegionOf): readonly Paper[] {
  const map = mapSvg(parts, regionOf);
  return [
    ...(map === null ? [] : [{ file: 'map.svg', type: 'image/svg+xml', text: map }]),
    { file: 'register.csv', type: 'text/csv', text: registerCsv(parts) },
    { file: 'checklist.html', type: 'text/html', text: checklistHtml(parts) },
    { file: 'deadlines.ics', type: 'text/calendar', text: calendarText(parts) },
    ...transfersOf(parts.law)
      .filter(hasMemo)
      .map((transfer) => ({
        file: memoFile(transfer),
        type: 'text/html',
        text: memoHtml(parts, transfer),
      })),
  ];
}

/** The file of a memo: by the number of its flow, which tells those apart whose names do not, and by its law. */
export function memoFile({ flow: { name }, index, regime }: Transfer): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return `memo-${String(index + 1).padStart(2, '0')}-${regime}${plain === '' ? '' : `-${plain}`}.html`;
}

/** Whether a file has the name of a memo. */
export function isMemoFile(name: string): boolean {
  return /^memo-\d{2,}-[a-z0-9-]+\.html$/.test(name);
}

function mapSvg(parts: PapersParts, regionOf: RegionOf): string | null {
  const scene = transferMap(parts.law, regionOf, { width: mapWidth });
  if (scene === null) return null;
  const { caseName, lawDate, made, notice, reviewed } = stampOf(parts);
  return toSvgString(
    withCaption(
      scene,
      `${caseName}. Law of ${formatDate(lawDate)}, known until: ${reviewed}. ${notice} ${made}.`,
    ),
  );
}
