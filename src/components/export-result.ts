import type { Result } from '../schema/result.ts';

/** What a calculator can hand over as a file. */
export type ExportKind = 'result' | 'scenario';

/**
 * The result as JSON, or the scenario with what was changed. Throws where there is none yet, or the
 * kind is not known.
 */
export function exportResult(
  kind: ExportKind,
  { result, saved }: { readonly result: Result | null; readonly saved: string | null },
): Blob {
  const json = (text: string) => new Blob([text], { type: 'application/json' });
  switch (kind) {
    case 'result':
      if (result === null) break;
      return json(`${JSON.stringify(result, null, 2)}\n`);
    case 'scenario':
      if (saved === null) break;
      return json(saved);
    default:
      throw new RangeError(`unknown kind of export: ${String(kind)} (result or scenario)`);
  }
  throw new Error('there is no result yet; wait for the event tandem-result');
}
