import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type {
  TandemCalculator,
  TandemChangeEvent,
  TandemErrorEvent,
  TandemResultEvent,
} from 'tandem-tco/elements';

/** What may be given to the element: its properties, and React's names for its events. */
type Given = Partial<
  Pick<
    TandemCalculator,
    'src' | 'scenario' | 'trials' | 'seed' | 'currency' | 'view' | 'readonly' | 'changes'
  >
> & {
  'ontandem-result'?: (event: TandemResultEvent) => void;
  'ontandem-change'?: (event: TandemChangeEvent) => void;
  'ontandem-error'?: (event: TandemErrorEvent) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tandem-calculator': Given &
        DetailedHTMLProps<HTMLAttributes<TandemCalculator>, TandemCalculator>;
    }
  }
}
