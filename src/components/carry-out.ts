import type { ProfileChanges } from '../schema/apply-changes.ts';
import type { ChangedInputs } from './change-history.ts';
import { copyLink } from './copy-link.ts';
import { saveExport } from './export-result.ts';
import type { ScenarioCommand } from './events.ts';
import { saveFile } from './save-file.ts';
import type { ScenarioSession } from './scenario-session.ts';

/** Makes the address under which a changed scenario can be opened again. */
export type LinkTo = (changes: ChangedInputs, profile: ProfileChanges) => Promise<string>;

/** Carries out what a person asks of a scenario as a whole; gives what was done, in words. */
export async function carryOut(
  command: ScenarioCommand,
  session: ScenarioSession,
  linkTo: LinkTo | null,
): Promise<string> {
  const { history, result } = session;
  switch (command) {
    case 'undo':
    case 'redo':
    case 'reset':
      session[command]();
      return '';
    case 'save':
      if (result === null) return '';
      return session.text().then(
        (text) => saveFile(text, result.manifest.scenario.name),
        (error: Error) => error.message,
      );
    case 'share':
      if (linkTo === null) return '';
      return linkTo(history.now, history.profile).then(copyLink, (error: Error) => error.message);
    case 'xlsx':
    case 'report':
    case 'csv':
    case 'sipmath':
    case 'result':
      return saveExport(command, session).catch((error: Error) => error.message);
    case 'print':
      window.print();
      return '';
  }
  return command satisfies never;
}
