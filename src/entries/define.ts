import { tandemVersion } from '../analysis/version.ts';
import { TandemCalculator } from '../components/tandem-calculator.ts';
import { TandemComparison } from '../components/tandem-comparison.ts';
import { TandemFigure } from '../components/tandem-figure.ts';
import { TandemHeadline } from '../components/tandem-headline.ts';
import { TandemIssues } from '../components/tandem-issues.ts';
import { TandemPostures } from '../components/tandem-postures.ts';
import { TandemSwitching } from '../components/tandem-switching.ts';
import { TandemViews } from '../components/tandem-views.ts';

/** Those of the answer; those of the editor come with `load-inputs.ts`, when the answer is there. */
const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'tandem-figure': TandemFigure,
  'tandem-comparison': TandemComparison,
  'tandem-headline': TandemHeadline,
  'tandem-issues': TandemIssues,
  'tandem-postures': TandemPostures,
  'tandem-switching': TandemSwitching,
  'tandem-views': TandemViews,
  'tandem-calculator': TandemCalculator,
};

/** Registers the elements. A second copy of the library in a page leaves the first one in place. */
function define(registry: CustomElementRegistry): void {
  const first = registry.get('tandem-calculator');
  if (first !== undefined) {
    const version = 'version' in first ? String(first.version) : 'another';
    if (version !== tandemVersion)
      console.warn(`Tandem ${tandemVersion} is not used: the page has loaded Tandem ${version}`);
    return;
  }
  Object.defineProperty(TandemCalculator, 'version', { value: tandemVersion });
  for (const [name, element] of Object.entries(elements)) {
    if (registry.get(name) === undefined) registry.define(name, element);
  }
}

// A server that renders a page may import this too: it has no elements.
if (typeof customElements === 'object') define(customElements);
