export {
  TandemChangeEvent,
  TandemCompanyEvent,
  TandemCommandEvent,
  TandemEditEvent,
  TandemErrorEvent,
  TandemEvidenceWantedEvent,
  TandemFutureEvent,
  TandemInputEvent,
  TandemInputWantedEvent,
  TandemOpenEvent,
  TandemProfileEvent,
  TandemResultEvent,
} from '../components/events.ts';
export { TandemCalculator } from '../components/tandem-calculator.ts';
export { TandemChoiceMap } from '../components/tandem-choice-map.ts';
export { TandemComparison } from '../components/tandem-comparison.ts';
export { TandemDecision } from '../components/tandem-decision.ts';
export { TandemEvidence } from '../components/tandem-evidence.ts';
export { TandemFigure } from '../components/tandem-figure.ts';
export { TandemFindings } from '../components/tandem-findings.ts';
export { TandemFutures } from '../components/tandem-futures.ts';
export { TandemHeadline } from '../components/tandem-headline.ts';
export { TandemInput } from '../components/tandem-input.ts';
export { TandemInputs } from '../components/tandem-inputs.ts';
export { TandemIssues } from '../components/tandem-issues.ts';
export { TandemLaw } from '../components/tandem-law.ts';
export { TandemLedger } from '../components/tandem-ledger.ts';
export { TandemLibrary } from '../components/tandem-library.ts';
export { TandemNumber } from '../components/tandem-number.ts';
export { TandemPostures } from '../components/tandem-postures.ts';
export { TandemQuestions } from '../components/tandem-questions.ts';
export { TandemRegister } from '../components/tandem-register.ts';
export { TandemHandOver } from '../components/tandem-hand-over.ts';
export { TandemScenarioBar } from '../components/tandem-scenario-bar.ts';
export { TandemSideBySide } from '../components/tandem-side-by-side.ts';
export { TandemSlider } from '../components/tandem-slider.ts';
export { TandemSpread } from '../components/tandem-spread.ts';
export { TandemSwitching } from '../components/tandem-switching.ts';
export { TandemViews } from '../components/tandem-views.ts';
