import type { IssueCollector } from '../schema/issue-collector.ts';
import type { SipmathLibrary } from '../schema/sipmath.ts';
import type { SipPart } from './sipmath-assemble.ts';
import type { SipmathCopula } from './sipmath-copula.ts';

/** What a variable of a library takes its chance from. */
export type SipStream =
  /** A row of a copula. */
  | { readonly kind: 'row'; readonly copula: SipmathCopula; readonly row: string }
  /** Uniform random numbers; the same key, the same numbers. */
  | { readonly kind: 'random'; readonly key: string }
  /** The number of the trial, which counts through arrays. */
  | { readonly kind: 'trial'; readonly key: string };

/** The counter that the standard names, and that a variable goes by which names nothing. */
const usualCounter = 'PM_Index';

/** Tells what each variable is drawn from; null, with an issue, where the library does not tell. */
export function streamReader(
  library: SipmathLibrary,
  copulas: ReadonlyMap<string, SipmathCopula>,
  issues: IssueCollector,
): (part: SipPart) => SipStream | null {
  const keys = randomKeys(library);
  return ({ pointer, sip }) => {
    const refuse = (at: string, message: string) => {
      issues.error('sipmath-reference', `${pointer}${at}`, `${sip.name}: ${message}`);
      return null;
    };
    const { ref } = sip;
    if (ref === undefined) {
      // Trials in one library belong together, row by row.
      if (sip.function === 'SIP_Array') return { kind: 'trial', key: usualCounter };
      return { kind: 'random', key: JSON.stringify(['own', pointer]) };
    }
    const name = ref.name ?? '';
    const said = JSON.stringify(name.slice(0, 40));
    if (ref.source === 'copula') {
      const copula = copulas.get(name);
      if (copula === undefined)
        return refuse('/ref/name', `there is no copula ${said} that can be read`);
      const found = copula.rowOf(ref.copulaLayer ?? '', sip.name);
      if ('problem' in found) return refuse('/ref/copulaLayer', found.problem);
      return { kind: 'row', copula, row: found.row };
    }
    if (ref.source !== 'rng')
      return refuse(
        '/ref/source',
        `the source ${JSON.stringify(ref.source.slice(0, 40))} is not known; known are "rng" and "copula"`,
      );
    const stream = keys.get(name);
    if (stream === undefined)
      return refuse('/ref/name', `there are no random numbers ${said} in U01`);
    if (stream.kind === 'trial' && sip.function !== 'SIP_Array')
      return refuse('/ref/name', `${said} counts trials, which only a SIP_Array can be drawn by`);
    return stream;
  };
}

/** The numbers that each name stands for: two names of the same numbers have the same key. */
export function randomKeys({
  U01,
  rng,
}: SipmathLibrary): ReadonlyMap<string, Exclude<SipStream, { readonly kind: 'row' }>> {
  const keys = new Map<string, Exclude<SipStream, { readonly kind: 'row' }>>();
  for (const { arguments: given, function: called, name } of [
    ...(U01?.rng ?? []),
    ...(rng ?? []),
  ]) {
    const counter = given?.['counter'];
    if (called === 'Index') {
      keys.set(name, { kind: 'trial', key: typeof counter === 'string' ? counter : usualCounter });
      continue;
    }
    const numbers = ['counter', 'entity', 'varId', 'seed3', 'seed4'].map((each) => given?.[each]);
    const isTold = numbers.some((each) => each !== undefined);
    keys.set(name, { kind: 'random', key: JSON.stringify(isTold ? numbers : ['named', name]) });
  }
  return keys;
}
