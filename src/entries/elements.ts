export { TandemChangeEvent, TandemErrorEvent, TandemResultEvent } from '../components/events.ts';
export { TandemCalculator } from '../components/tandem-calculator.ts';
export { TandemComparison } from '../components/tandem-comparison.ts';
export { TandemFigure } from '../components/tandem-figure.ts';
export { TandemHeadline } from '../components/tandem-headline.ts';
export { TandemIssues } from '../components/tandem-issues.ts';
export { TandemScenarioBar } from '../components/tandem-scenario-bar.ts';
export { TandemSwitching } from '../components/tandem-switching.ts';
export { TandemViews } from '../components/tandem-views.ts';
