import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Result, Scenario } from 'tandem-tco';
import type { TandemCalculator, TandemErrorEvent } from 'tandem-tco/elements';

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
export function Calculator({ scenario, onResult, onError, children, ...given }: CalculatorProps) {
  const element = useRef<TandemCalculator>(null);

  useEffect(() => {
    void import('tandem-tco/define');
  }, []);

  // Not in JSX: before the element is defined, React would make an attribute of it.
  useEffect(() => {
    if (element.current !== null) element.current.scenario = scenario;
  }, [scenario]);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const calculator = element.current;
    calculator?.addEventListener('tandem-result', ({ result }) => onResult?.(result), { signal });
    calculator?.addEventListener('tandem-error', (error) => onError?.(error), { signal });
    return () => listening.abort();
  }, [onResult, onError]);

  return (
    <tandem-calculator ref={element} {...given}>
      {children}
    </tandem-calculator>
  );
}
