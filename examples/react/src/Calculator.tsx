import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Result, Scenario } from 'tandem-tco';
import type { TandemErrorEvent } from 'tandem-tco/elements';

interface CalculatorProps {
  /** A scenario, as a file would say it. Give the same object until it is another scenario. */
  readonly scenario: Partial<Scenario>;
  readonly view?: 'summary' | 'full';
  readonly trials?: number;
  readonly seed?: number;
  readonly onResult?: (result: Result) => void;
  readonly onError?: (error: Pick<TandemErrorEvent, 'message' | 'issues'>) => void;
  /** Shown until the calculator is there. */
  readonly children?: ReactNode;
}

/** The calculator as a component; it loads the library only in a browser, when it is first shown. */
export function Calculator({ onResult, onError, children, ...given }: CalculatorProps) {
  useEffect(() => {
    void import('tandem-tco/define');
  }, []);

  return (
    <tandem-calculator
      {...given}
      ontandem-result={({ result }) => onResult?.(result)}
      ontandem-error={(error) => onError?.(error)}
    >
      {children}
    </tandem-calculator>
  );
}
