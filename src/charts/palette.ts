import type { Role } from './scene.ts';

/** A colour for every role of a mark, and for the page that it stands on. */
export type Palette = Readonly<Record<Role | 'surface', string>>;

/**
 * The first three postures are told apart with normal vision and with each kind of colour blindness
 * (CIEDE2000 of 28 or more), and in grey print; no red against green, so that no posture looks good
 * or bad by its colour. What a scenario adds has a grey, and two colours that are 18 or more away
 * from all others; its shape has to help.
 */
export const lightPalette: Palette = {
  'posture-1': '#2b2d89',
  'posture-2': '#3f9e93',
  'posture-3': '#9f3501',
  'posture-4': '#6b6f76',
  'posture-5': '#d08000',
  'posture-6': '#400020',
  surface: '#ffffff',
  strong: '#16181d',
  heading: '#16181d',
  label: '#4a4f57',
  note: '#4a4f57',
  axis: '#8a9099',
  grid: '#e6e8eb',
  zero: '#16181d',
  inside: '#ffffff',
  less: '#3d6a94',
  more: '#7f93a8',
  total: '#4a4f57',
  'category-1': '#7a1f3d',
  'category-2': '#1f6f8b',
  'category-3': '#8a6d00',
  'category-4': '#6b4fa0',
  'category-5': '#2f7d4f',
  'category-6': '#b0562a',
  'category-7': '#4d5f8c',
  'category-8': '#757b84',
};

export const darkPalette: Palette = {
  'posture-1': '#6284a2',
  'posture-2': '#72f8e8',
  'posture-3': '#e99b2a',
  'posture-4': '#a9aeb6',
  'posture-5': '#807000',
  'posture-6': '#d00070',
  surface: '#16181d',
  strong: '#f2f3f5',
  heading: '#f2f3f5',
  label: '#b9bec6',
  note: '#b9bec6',
  axis: '#6d737c',
  grid: '#2a2e36',
  zero: '#f2f3f5',
  inside: '#16181d',
  less: '#8fb8dd',
  more: '#66809b',
  total: '#b9bec6',
  'category-1': '#e58aa8',
  'category-2': '#6cc3de',
  'category-3': '#d9b63c',
  'category-4': '#b9a0ec',
  'category-5': '#7fce9f',
  'category-6': '#eb9e72',
  'category-7': '#9db0e3',
  'category-8': '#9aa1ab',
};
