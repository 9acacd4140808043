import { saveBlob } from './save-blob.ts';
import type { ScenarioSession } from './scenario-session.ts';

/** What a calculator can hand over as a file. */
export type ExportKind = 'result' | 'scenario' | 'csv' | 'xlsx' | 'report' | 'sipmath';

/** How the names of those files end that a person keeps from a menu. */
const endings = {
  xlsx: 'xlsx',
  report: 'html',
  csv: 'csv',
  result: 'json',
  sipmath: 'sip.json',
} as const;

type SavedKind = keyof typeof endings;

/** Whether a command asks for a file that takes its time to make. */
export function isExport(command: string): command is SavedKind {
  return Object.hasOwn(endings, command);
}

/**
 * The scenario with what was changed, or what was found of it, in one of several forms; what makes
 * them is fetched when it is asked for. Throws where there is none yet, or the kind is not known.
 */
export async function exportResult(kind: ExportKind, session: ScenarioSession): Promise<Blob> {
  if (kind === 'scenario') {
    return new Blob([await session.text()], { type: 'application/json' });
  }
  if (!isExport(kind))
    throw new RangeError(
      `unknown kind of export: ${String(kind)} (result, scenario, csv, xlsx, report or sipmath)`,
    );
  if (session.result === null) throw new Error(nothingYet);
  const { makeExport } = await import('./make-export.ts');
  return makeExport(kind, session);
}

const nothingYet = 'there is no result yet; wait for the event tandem-result';

/** Offers a file to be kept; returns what was done, in words. */
export async function saveExport(kind: SavedKind, session: ScenarioSession): Promise<string> {
  const name = session.result?.manifest.scenario.name ?? '';
  return saveBlob(await exportResult(kind, session), name, endings[kind]);
}
