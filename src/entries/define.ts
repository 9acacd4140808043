import {
  TandemCalculator,
  TandemComparison,
  TandemFigure,
  TandemHeadline,
  TandemIssues,
  TandemScenarioBar,
  TandemSwitching,
  TandemViews,
} from './elements.ts';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'tandem-figure': TandemFigure,
  'tandem-comparison': TandemComparison,
  'tandem-headline': TandemHeadline,
  'tandem-issues': TandemIssues,
  'tandem-scenario-bar': TandemScenarioBar,
  'tandem-switching': TandemSwitching,
  'tandem-views': TandemViews,
  'tandem-calculator': TandemCalculator,
};

for (const [name, element] of Object.entries(elements)) {
  // A second copy of the library in a page leaves the first one in place.
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
