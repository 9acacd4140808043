export { TandemErrorEvent, TandemResultEvent } from '../components/events.ts';
export { TandemCalculator } from '../components/tandem-calculator.ts';
export { TandemComparison } from '../components/tandem-comparison.ts';
export { TandemFigure } from '../components/tandem-figure.ts';
export { TandemIssues } from '../components/tandem-issues.ts';
