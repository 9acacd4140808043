import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Result } from '../schema/result.ts';
import { costViews, reasonViews, savingViews, timeViews } from './chart-views.ts';
import type { Asking } from './asking.ts';
import type { ChartView } from './chart-views.ts';
import type { SwitchingSearch } from './switching-search.ts';

/** What an answer is made from. */
export interface Answer {
  readonly result: Result;
  readonly currency: ShownCurrency;
  readonly briefing: Briefing | null;
  readonly view: 'summary' | 'full';
  /** HK$ that are not to be exceeded, once a reader has said so. */
  readonly budget: number | null;
  readonly switching: SwitchingSearch;
  /** Whom to ask more; null while a run is under way. */
  readonly asking: Asking | null;
  /** Only what is seen first. */
  readonly isBeginning: boolean;
}

/** The answer from the sentence down to its details, in the order in which questions come up. */
export function answerTemplate({
  asking,
  briefing,
  budget,
  currency,
  isBeginning,
  result,
  switching,
  view,
}: Answer): TemplateResult {
  /** The first picture of some has a dot for each of 50 futures, which can be shown year by year. */
  const futures = (label: string, views: readonly ChartView[]) =>
    html`<tandem-futures .asking=${asking} .currency=${currency} .result=${result}
      >${pictures(label, views, false, view === 'full')}</tandem-futures
    >`;
  const pictures = (
    label: string,
    views: readonly ChartView[],
    isLater = false,
    hasFutures = false,
  ) =>
    views.length === 0
      ? nothing
      : html`<tandem-views
          class=${isLater ? 'later' : nothing}
          exportparts="chart, chart-title"
          .label=${label}
          .views=${view === 'full' ? views : views.slice(0, 1)}
          .result=${result}
          .currency=${currency}
          ?futures=${hasFutures}
        ></tandem-views>`;
  return html`
    <tandem-headline
      part="verdict"
      .result=${result}
      .currency=${currency}
      .switching=${switching}
      ?brief=${view === 'summary'}
    ></tandem-headline>
    <tandem-postures
      part="postures"
      .result=${result}
      .currency=${currency}
      .budget=${budget}
    ></tandem-postures>
    ${futures('What each posture may cost', costViews)}
    ${isBeginning ? nothing : futures('What the difference may be', savingViews)}
    ${
      isBeginning || view === 'summary'
        ? nothing
        : html`
            ${pictures('Why they differ', reasonViews(result), true)}
            ${pictures('When the money is spent', timeViews, true)}
            <section class="table later">
              <h3>All figures side by side</h3>
              <p>Choose a row to see how its figures come about.</p>
              <tandem-comparison
                exportparts="table"
                .result=${result}
                .currency=${currency}
                .briefing=${briefing}
              ></tandem-comparison>
            </section>
            <section class="table switching">
              <h3>What would change the answer</h3>
              <tandem-switching
                .result=${result}
                .currency=${currency}
                .values=${switching}
              ></tandem-switching>
            </section>
            <tandem-decision
              part="decision"
              .result=${result}
              .currency=${currency}
              .briefing=${briefing}
              .switching=${switching}
              .asking=${asking}
            ></tandem-decision>
          `
    }
  `;
}
