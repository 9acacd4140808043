import lawRegions from '../../models/regimes/gap-table.json?regions';
import { transferMap } from '../charts/transfer-map.ts';
import { memoFile, papersOf } from '../export/papers/papers.ts';
import { papersParts } from '../export/papers/papers-parts.ts';
import { transfersOf } from '../export/papers/transfers.ts';
import { regionsOfPlaces } from '../present/regions-of-places.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { LawResult } from '../schema/law-result.ts';
import type { Result } from '../schema/result.ts';
import { saveBlob } from './save-blob.ts';
import type { DrawScene } from './tandem-figure.ts';

/** A memo is asked for by its flow and law. */
export interface MemoOf {
  readonly index: number;
  readonly regime: string;
}

export type PaperKind = 'register' | 'checklist' | 'deadlines' | MemoOf;

const regionOf = regionsOfPlaces(lawRegions);

const files: Readonly<Record<Exclude<PaperKind, MemoOf>, string>> = {
  register: 'register.csv',
  checklist: 'checklist.html',
  deadlines: 'deadlines.ics',
};

/** Offers a paper as a file; returns what was done, in words. */
export function savePaper(kind: PaperKind, briefing: Briefing, result: Result): string {
  const parts = papersParts(briefing, result);
  const wanted = parts === null ? undefined : fileOf(kind, parts.law);
  const paper =
    parts === null ? undefined : papersOf(parts, regionOf).find(({ file }) => file === wanted);
  if (paper === undefined) return 'There is nothing to write such a paper about.';
  const [name = '', ending = ''] = paper.file.split('.');
  return saveBlob(
    new Blob([paper.text], { type: paper.type }),
    `${result.manifest.scenario.name} ${name}`,
    ending,
  );
}

function fileOf(kind: PaperKind, law: LawResult): string | undefined {
  if (typeof kind === 'string') return files[kind];
  const transfer = transfersOf(law).find(
    ({ index, regime }) => index === kind.index && regime === kind.regime,
  );
  return transfer === undefined ? undefined : memoFile(transfer);
}

/** Draws the map of the transfers. */
export function mapDrawing(law: LawResult): DrawScene {
  return (size) => transferMap(law, regionOf, size);
}
