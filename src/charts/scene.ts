/** What a mark stands for; colours and line styles hang on it, so that themes reach every chart. */
export type Role = 'posture-1' | 'posture-2' | 'posture-3' | 'posture-4' | 'axis' | 'label' | 'note' | 'strong';

/** A drawing as data: no browser, no colours, one layout for every way of showing it. */
export type Mark =
  | { readonly kind: 'path'; readonly d: string; readonly x: number; readonly y: number; readonly role: Role }
  | { readonly kind: 'rule'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly role: Role }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly role: Role;
    };

export interface SceneTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What the picture says, as a claim. */
  readonly title: string;
  /** What is measured, in which unit. */
  readonly subtitle: string;
  /** How to read it. */
  readonly hint: string;
  /** The picture in words, for those who do not see it. */
  readonly description: string;
  readonly marks: readonly Mark[];
  /** The same numbers as a table. */
  readonly table: SceneTable;
}
