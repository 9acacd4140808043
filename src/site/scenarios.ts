import type { OfferedScenario } from '../components/tandem-scenario-bar.ts';

/** The scenarios that the page offers, the published one first. */
export const scenarios: readonly OfferedScenario[] = [
  { label: 'The published comparison', src: './scenarios/published.json' },
  { label: 'The law as written', src: './scenarios/statute.json' },
  { label: 'Fewer emergencies', src: './scenarios/fewer-emergencies.json' },
  { label: 'A small firm, Hong Kong only', src: './scenarios/small-firm.json' },
  { label: 'A retailer with customers in Shenzhen', src: './scenarios/retailer.json' },
  { label: 'A bank in both regions', src: './scenarios/bank.json' },
  { label: 'A multinational', src: './scenarios/multinational.json' },
  { label: 'A late programme, 26 weeks', src: './scenarios/late-programme.json' },
  { label: 'A fast programme, 11.3 weeks', src: './scenarios/fast-programme.json' },
];
