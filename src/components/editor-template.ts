import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownCurrency } from '../present/shown-currency.ts';
import type { ProfileChanges } from '../schema/apply-changes.ts';
import type { Briefing } from '../schema/briefing.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Result } from '../schema/result.ts';
import { costViews } from './chart-views.ts';
import type { ChangedInputs } from './change-history.ts';
import { TandemCommandEvent } from './events.ts';
import type { Failure } from './session-host.ts';
import type { OfferedScenario } from './tandem-scenario-bar.ts';
import { undoCommand } from './undo-keys.ts';

/** What the editor of a scenario shows. */
export interface EditorState {
  readonly result: Result;
  /** What the last whole run found: what moves with a slider has neither law nor claims. */
  readonly whole: Result | null;
  readonly currency: ShownCurrency;
  readonly briefing: Briefing;
  readonly evidence: Evidence | null;
  /** The inputs that differ from the scenario, as they are now. */
  readonly changes: ChangedInputs;
  /** What differs from the scenario in what the law is asked about. */
  readonly profile: ProfileChanges;
  readonly first: readonly string[];
  readonly readonly: boolean;
  readonly isStale: boolean;
  /** Whether inputs, or what the law is asked about, were changed. */
  readonly isChanged: boolean;
  /** Why there is no result of the inputs as they are. */
  readonly failure: Failure | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The scenario with what was changed, as the text of a file; null until it has run. */
  readonly saved: string | null;
  readonly canShare: boolean;
  readonly offered: readonly OfferedScenario[];
  readonly src: string | null;
  readonly said: string;
}

/** The law behind a scenario, its inputs and the evidence for them, with a small answer beside them that moves as they are changed. */
export function editorTemplate(editor: EditorState): TemplateResult {
  const { briefing, currency, result } = editor;
  const onKey = (event: KeyboardEvent) => takeBack(event, editor);
  return html`
    <tandem-law
      part="law"
      .result=${editor.whole}
      .currency=${currency}
      .briefing=${briefing}
      .profile=${editor.profile}
      ?readonly=${editor.readonly}
      ?stale=${editor.isStale}
    ></tandem-law>
    <section class="editor" part="inputs" aria-labelledby="editor" @keydown=${onKey}>
      <h3 id="editor">${editor.readonly ? 'The figures behind it' : 'Try your own figures'}</h3>
      ${
        editor.readonly
          ? nothing
          : html`<tandem-scenario-bar
              .name=${briefing.scenario.name}
              .offered=${editor.offered}
              .src=${editor.src}
              .canReset=${editor.isChanged}
              .canUndo=${editor.canUndo}
              .canRedo=${editor.canRedo}
              .saved=${editor.saved}
              .result=${editor.whole}
              .currency=${currency}
              .stale=${editor.isStale}
              .canShare=${editor.canShare}
              .said=${editor.said}
            ></tandem-scenario-bar>`
      }
      <div class="bench">
        <aside class=${editor.isStale ? 'live stale' : 'live'} aria-label="The answer so far">
          ${trouble(editor)}
          <tandem-headline compact .result=${result} .currency=${currency}></tandem-headline>
          <tandem-views
            compact
            .views=${costViews.slice(0, 1)}
            .result=${result}
            .currency=${currency}
          ></tandem-views>
        </aside>
        <tandem-inputs
          .briefing=${briefing}
          .evidence=${editor.evidence}
          .first=${editor.first}
          .changes=${editor.changes}
          .profile=${editor.profile}
          ?readonly=${editor.readonly}
          >Fetching the figures … If they do not come, load the page again.</tandem-inputs
        >
      </div>
    </section>
    <tandem-register
      part="register"
      .claims=${editor.whole?.claims ?? []}
      .evidence=${editor.evidence}
    ></tandem-register>
  `;
}

/** What is wrong with the answer beside the inputs: it is on its way, or cannot be had. */
function trouble({ failure, isStale }: EditorState): TemplateResult {
  if (failure === null || !isStale) return html`<p class="old">Computing anew …</p>`;
  const issue = failure.issues.find(({ severity }) => severity === 'error');
  return html`<p class="trouble">
    This cannot be computed; the answer below is the one before.
    ${issue === undefined ? failure.message : issue.message}
  </p>`;
}

function takeBack(event: KeyboardEvent, { canRedo, canUndo, readonly }: EditorState): void {
  const command = undoCommand(event);
  if (command === null || readonly) return;
  event.preventDefault();
  if (command === 'undo' ? canUndo : canRedo)
    event.currentTarget?.dispatchEvent(new TandemCommandEvent(command));
}
