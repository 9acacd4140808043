import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { TandemCalculator } from 'tandem-tco/elements';

/** What JSX may give to the element: its attributes. */
type Attributes = Partial<
  Pick<TandemCalculator, 'src' | 'trials' | 'seed' | 'currency' | 'view' | 'readonly'>
>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tandem-calculator': Attributes &
        DetailedHTMLProps<HTMLAttributes<TandemCalculator>, TandemCalculator>;
    }
  }
}
