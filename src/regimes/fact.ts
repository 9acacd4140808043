/** What a fact, a rule or a formula of the law comes to. */
export type FactValue = number | boolean | string;

/** What is known of a fact before anything is asked: its name for people and its kind. */
export interface FactType {
  readonly label: string;
  /** A unit of the modelling language, `yes-no`, or `word`. */
  readonly unit: string;
  /** For a word: those that it may be. */
  readonly choices?: readonly string[];
}

export type FactTypes = Readonly<Record<string, FactType>>;
export type Facts = Readonly<Record<string, FactValue>>;

export const yesNo = (label: string): FactType => ({ label, unit: 'yes-no' });
export const people = (label: string): FactType => ({ label, unit: 'people' });
