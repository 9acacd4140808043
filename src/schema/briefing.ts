import type { Correlation } from './apply-changes.ts';
import type { Company } from './company.ts';
import type { Flow } from './flow.ts';
import type { Value } from './value-form.ts';

/** What people need to know of a scenario in order to change it. */
export interface Briefing {
  readonly model: { readonly id: string; readonly version: string; readonly title: string };
  readonly scenario: { readonly name: string; readonly description: string };
  readonly postures: readonly { readonly id: string; readonly label: string }[];
  readonly years: number;
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  /** In the order of the model. */
  readonly inputs: readonly InputBriefing[];
  /** By the names that formulas use, such as `scheduledAudits` or `remediation.cost`. */
  readonly formulas: Readonly<Record<string, FormulaBriefing>>;
  readonly ratios: Readonly<Record<string, RatioBriefing>>;
  readonly profile: ProfileBriefing;
  /** Rank correlations between inputs, as the files say them. */
  readonly correlations: readonly Correlation[];
}

/** What the law is asked about. */
export interface ProfileBriefing {
  /** As they are now; null where the scenario has none. */
  readonly company: Company | null;
  readonly flows: readonly Flow[] | null;
  /** As the files say it, before anything was changed. */
  readonly base: { readonly company: Company | null; readonly flows: readonly Flow[] | null };
  /** The currency that the turnover is written in. */
  readonly currency: string;
}

/** How a figure of a model comes about. */
export interface FormulaBriefing {
  readonly label: string;
  readonly help: string;
  /** In the modelling language, for one posture and year. */
  readonly formula: string;
  /** What is done with it where that is more than computing it; else ''. */
  readonly how: string;
}

/** A return on investment: one sum over the other. */
export interface RatioBriefing {
  readonly help: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** One input as it is now, and what it may be. */
export interface InputBriefing {
  readonly name: string;
  readonly label: string;
  /** What it means, in plain words; '' where the label says all. */
  readonly help: string;
  /** Such as `HKD/year`, `share` or `1/year`; '' for a choice of words. Money stands for `currency`. */
  readonly unit: string;
  readonly group: string;
  /** The axes over which its value may vary. */
  readonly by: readonly ('posture' | 'year')[];
  /** Whether it is drawn anew for each event. */
  readonly perEvent: boolean;
  /** The words it may be, for an input that is a choice. */
  readonly choices: readonly string[] | null;
  /** Sensible lowest and highest value, in the currency of the value. */
  readonly range: readonly [number, number] | null;
  /** As it is now: changed, from the scenario, set by the law, or the model's default. */
  readonly value: Value;
  /** As it was before it was changed. */
  readonly base: Value;
  readonly changed: boolean;
  readonly from: 'scenario' | 'law' | 'model';
  /** The currency that amounts in the value are written in; null for units without money. */
  readonly currency: string | null;
  /** Source and note that the scenario gives for the value. */
  readonly source: string | null;
  readonly note: string | null;
  /** Ids of the evidence that the model names for it. */
  readonly evidence: readonly string[];
  /** The distributions in the value, by their JSON pointer within it ('' where the value is one). */
  readonly sketches: Readonly<Record<string, Sketch>>;
}

/** A distribution as numbers, to be drawn small. */
export interface Sketch {
  /** Quantiles at 1 %, 3 %, 5 % ... 99 %. */
  readonly quantiles: readonly number[];
  readonly mean: number | null;
}
