import type { LawResult } from '../../schema/law-result.ts';
import type { Filing, PapersOfLaw, Provision, Recurrence } from '../../schema/papers.ts';
import type { Transfer } from './transfers.ts';

// As the rules of a law are one file of its folder, what its papers say is another: a law more
// brings its own. A test checks the files against their schema.
const files = import.meta.glob<Partial<PapersOfLaw>>('../../../models/regimes/*/papers.json', {
  eager: true,
  import: 'default',
});

const lawOfFile = /([^/]+)\/papers\.json$/;

/** What the folders of the laws say for their papers, by the id of the law. */
export const papersFiles: ReadonlyMap<string, PapersOfLaw> = new Map(
  Object.entries(files).map(([path, { filings, provisions, recurrences }]) => [
    lawOfFile.exec(path)?.[1] ?? path,
    {
      filings: filings ?? {},
      provisions: (provisions ?? []).map((each) => Object.assign({ rests: [] }, each)),
      recurrences: recurrences ?? [],
    },
  ]),
);

/** The filings that a mechanism of a flow may be met by: its own, then those of its alternatives. */
export function filingsOf({ flow: { mechanism }, regime }: Transfer): readonly NamedFiling[] {
  const known = Object.entries(papersFiles.get(regime)?.filings ?? {}).map(([id, filing]) => ({
    id,
    filing,
  }));
  return [
    ...known.filter(({ id }) => id === mechanism.id),
    ...mechanism.alternatives.flatMap((label) =>
      known.filter(({ filing, id }) => id !== mechanism.id && filing.label === label),
    ),
  ];
}

export interface NamedFiling {
  readonly id: string;
  readonly filing: Filing;
}

/** The words of the law by which a flow is free: those of the rule of its mechanism first. */
export function provisionsOf({ flow, regime }: Transfer): Provision[] {
  const { facts, mechanism, rules } = flow;
  const known = papersFiles.get(regime)?.provisions ?? [];
  const holds = ({ fact }: Provision) => fact === undefined || facts[fact] === true;
  const isFirst = ({ mechanism: id, rule }: Provision) =>
    rule === undefined ? id === mechanism.id : rule === mechanism.rule;
  const isFurther = (each: Provision) =>
    !isFirst(each) && each.rule !== undefined && rules.includes(each.rule);
  return [...known.filter(isFirst), ...known.filter(isFurther)].filter(holds);
}

export interface DutyRecurrence {
  readonly recurrence: Recurrence;
  readonly duty: LawResult['duties'][number];
}

/** Duties that come again at a time that the law sets, or that counts from the law date. */
export function recurrencesOf(law: LawResult): readonly DutyRecurrence[] {
  return law.regimes.flatMap(({ id }) =>
    (papersFiles.get(id)?.recurrences ?? []).flatMap((recurrence) => {
      const duty = law.duties.find(
        ({ deadline, regime, rule }) =>
          regime === id && rule === recurrence.rule && deadline.includes(recurrence.deadline),
      );
      return duty === undefined ? [] : [{ recurrence, duty }];
    }),
  );
}
