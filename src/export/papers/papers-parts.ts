import { tandemVersion } from '../../analysis/version.ts';
import { lawName } from '../../present/lawfulness-in-words.ts';
import { formatDate } from '../../present/format-date.ts';
import type { Briefing } from '../../schema/briefing.ts';
import type { Company } from '../../schema/company.ts';
import type { Flow } from '../../schema/flow.ts';
import type { LawResult } from '../../schema/law-result.ts';
import type { Result } from '../../schema/result.ts';

/** What papers are made from: what the file says of the company, and what the law says of it. */
export interface PapersParts {
  readonly law: LawResult;
  readonly company: Company | null;
  /** The inventory; null where the flows were made from the profile. */
  readonly flows: readonly Flow[] | null;
  /** Name and hash of the scenario, as a result of it would name them. */
  readonly scenario: { readonly name: string; readonly hash: string };
}

/** The same of a result that was run; null where it says nothing of a company or its flows. */
export function papersParts(
  { profile }: Pick<Briefing, 'profile'>,
  { law, manifest }: Pick<Result, 'law' | 'manifest'>,
): PapersParts | null {
  const { company, flows } = profile;
  if (law === undefined || (company === null && flows === null)) return null;
  return {
    law,
    company,
    flows,
    scenario: { name: manifest.scenario.name, hash: manifest.scenario.hash },
  };
}

/** What every paper carries, so that it can be told later what it was made from and how far it goes. */
export interface Stamp {
  readonly caseName: string;
  readonly company: string;
  /** ISO date. */
  readonly lawDate: string;
  /** Until when each law is known: its short name and the day. */
  readonly reviewed: string;
  readonly notice: string;
  /** Of which company it speaks, where postures have facts of their own; else ''. */
  readonly basis: string;
  readonly made: string;
}

export function stampOf({ company, law, scenario }: PapersParts): Stamp {
  const drafts = law.drafts.length === 0 ? '' : `, with the drafts ${law.drafts.join(', ')}`;
  return {
    caseName: scenario.name,
    company: company?.name ?? '',
    lawDate: law.asOf,
    reviewed: law.regimes
      .map(({ id, reviewed }) => `${lawName(law, id)} ${formatDate(reviewed)}`)
      .join(', '),
    notice: 'A calculation by rules, not legal advice.',
    basis: Object.values(law.postures).some(({ own }) => own !== null)
      ? 'It speaks of the company as it is, not as a posture would change it.'
      : '',
    made: `Tandem ${tandemVersion}${drafts}, scenario ${scenario.hash.slice(0, 16)}`,
  };
}

/** The flow of the inventory behind a verdict; null where it was made from the profile. */
export function inventoryFlow({ flows, law }: PapersParts, index: number): Flow | null {
  const flow = law.flows[index];
  const own = flows?.[index];
  return flow === undefined || flow.implied || own?.name !== flow.name ? null : own;
}
