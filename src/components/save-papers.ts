import { transferMap } from '../charts/transfer-map.ts';
import { memoFile, papersOf } from '../export/papers/papers.ts';
import { papersParts } from '../export/papers/papers-parts.ts';
import { regionsOfPlaces } from '../present/regions-of-places.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { LawResult } from '../schema/law-result.ts';
import type { Result } from '../schema/result.ts';
import { saveBlob } from './save-blob.ts';
import type { DrawScene } from './tandem-figure.ts';

export type PaperKind = 'register' | 'checklist' | 'deadlines';

const files: Readonly<Record<PaperKind, string>> = {
  register: 'register.csv',
  checklist: 'checklist.html',
  deadlines: 'deadlines.ics',
};

/** Offers a paper as a file, a memo by the place of its flow; returns what was done, in words. */
export function savePaper(kind: PaperKind | number, briefing: Briefing, result: Result): string {
  const parts = papersParts(briefing, result);
  const wanted =
    typeof kind === 'number' ? memoFile(result.law?.flows[kind]?.name ?? '', kind) : files[kind];
  const paper = parts === null ? undefined : papersOf(parts).find(({ file }) => file === wanted);
  if (paper === undefined) return 'There is nothing to write such a paper about.';
  const [name = '', ending = ''] = paper.file.split('.');
  return saveBlob(
    new Blob([paper.text], { type: paper.type }),
    `${result.manifest.scenario.name} ${name}`,
    ending,
  );
}

/** Draws the map of the transfers. */
export function mapDrawing(law: LawResult): DrawScene {
  return (size) => transferMap(law, regionsOfPlaces(law), size);
}
