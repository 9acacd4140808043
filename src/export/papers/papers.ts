import type { Scene } from '../../charts/scene.ts';
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

/** All papers of a case, by the names of their files, each written when its text is asked for; `regionOf` says where borders are. */
export function papersOf(parts: PapersParts, regionOf: RegionOf): readonly Paper[] {
  const map = transferMap(parts.law, regionOf, { width: mapWidth });
  const paper = (file: string, type: string, write: () => string): Paper => ({
    file,
    type,
    get text() {
      return write();
    },
  });
  return [
    ...(map === null ? [] : [paper('map.svg', 'image/svg+xml', () => mapSvg(parts, map))]),
    paper('register.csv', 'text/csv', () => registerCsv(parts)),
    paper('checklist.html', 'text/html', () => checklistHtml(parts)),
    paper('deadlines.ics', 'text/calendar', () => calendarText(parts)),
    ...transfersOf(parts.law)
      .filter(hasMemo)
      .map((transfer) => paper(memoFile(transfer), 'text/html', () => memoHtml(parts, transfer))),
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

function mapSvg(parts: PapersParts, scene: Scene): string {
  const { caseName, lawDate, made, notice, reviewed } = stampOf(parts);
  return toSvgString(
    withCaption(
      scene,
      `${caseName}. Law of ${formatDate(lawDate)}, known until: ${reviewed}. ${notice} ${made}.`,
    ),
  );
}
