import type { ShownCurrency } from '../present/shown-currency.ts';

/** Postures by their place in the result: each with a colour, a shape and dashes of its own. */
export const postureRoles = [
  'posture-1',
  'posture-2',
  'posture-3',
  'posture-4',
  'posture-5',
  'posture-6',
] as const;

/** Which posture a mark belongs to, by its place in the result; colour and shape hang on it. */
export type PostureRole = (typeof postureRoles)[number];

/** A group of cost categories, by its place in the order in which they are always shown. */
export type CategoryRole =
  | 'category-1'
  | 'category-2'
  | 'category-3'
  | 'category-4'
  | 'category-5'
  | 'category-6'
  | 'category-7'
  | 'category-8';

/** What a mark stands for: themes give each role its colours, so that they reach every chart. */
export type Role =
  | PostureRole
  | CategoryRole
  /** Steps of a bridge: what costs less, what costs more, and the totals at its ends. */
  | 'less'
  | 'more'
  | 'total'
  | 'axis'
  | 'grid'
  | 'zero'
  | 'label'
  | 'note'
  | 'strong'
  /** The claim above a picture that is saved; on a page it stands outside the drawing. */
  | 'heading'
  /** Letters on a coloured mark. */
  | 'inside';

export interface PathMark {
  readonly kind: 'path';
  /** The path's data, around the origin where `x` and `y` move it. */
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly role: Role;
}

/** A line through points; which dashes it has hangs on its role, as its colour does. */
export interface LineMark {
  readonly kind: 'line';
  readonly d: string;
  readonly role: PostureRole;
}

/** The space between two lines, lightly filled; the more certain the darker. */
export interface AreaMark {
  readonly kind: 'area';
  readonly d: string;
  readonly role: PostureRole;
  readonly weight: 'outer' | 'inner';
}

export interface RectMark {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly role: Role;
}

/** A round dot; dots of other shapes are paths. */
export interface DotMark {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly role: Role;
}

export interface RuleMark {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly role: Role;
}

export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly role: Role;
}

/** Marks that belong together, such as one posture's row. */
export interface GroupMark {
  readonly kind: 'group';
  readonly name: string;
  /** How far down they are moved; not at all unless given. */
  readonly y?: number;
  readonly marks: readonly Mark[];
}

/** A drawing as data: no browser and no colours, one layout for every way of showing it. */
export type Mark =
  | PathMark
  | LineMark
  | AreaMark
  | RectMark
  | DotMark
  | RuleMark
  | TextMark
  | GroupMark;

export interface SceneTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A place of the picture whose exact value can be read out, by hovering or with the arrow keys. */
export interface Stop {
  readonly x: number;
  readonly y: number;
  /** Stops of one series follow each other from left to right; up and down lead to the next series. */
  readonly series: number;
  /** Such as `Dual: half of the futures cost less than HK$3.6 M`. */
  readonly text: string;
  /** The simulated future that it stands for, where it stands for one. */
  readonly future?: FutureDot;
}

/** One of the dots of a figure such as `tco.all-laws`, by its place among them from 0. */
export interface FutureDot {
  readonly figure: string;
  readonly dot: number;
}

/** A vertical line that a reader can move along an axis of money. */
export interface MovableLine {
  /** HK$ where it stands. */
  readonly value: number;
  /** HK$ at the ends of the axis, and where these are in the picture. */
  readonly min: number;
  readonly max: number;
  readonly from: number;
  readonly to: number;
  /** From where to where the line runs. */
  readonly top: number;
  readonly bottom: number;
  /** HK$ from one stop to the next. */
  readonly step: number;
  /** In which its reader sets it. */
  readonly currency: ShownCurrency;
  /** What it stands for, for whoever moves it. */
  readonly label: string;
}

/** A chart: its drawing, its words, and the same numbers as a table. */
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
  readonly stops: readonly Stop[];
  /** The same numbers as a table. */
  readonly table: SceneTable;
  /** A line that can be moved, where the chart has one. */
  readonly movable?: MovableLine;
}
