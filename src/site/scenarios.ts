import type { OfferedScenario } from '../components/tandem-scenario-bar.ts';

/** The scenarios that the page offers, the published one first. */
export const scenarios: readonly OfferedScenario[] = [
  { label: 'The published comparison', src: './scenarios/published.json' },
  { label: 'Fewer emergencies', src: './scenarios/fewer-emergencies.json' },
  { label: 'A late programme', src: './scenarios/late-programme.json' },
];
