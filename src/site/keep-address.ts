import type { TandemCalculator } from '../components/tandem-calculator.ts';
import { scenarios } from './scenarios.ts';

/** Browsers refuse to change an address more than some hundred times in half a minute. */
const rest = 400;

/**
 * Keeps the scenario and what was changed in it in the page's address, so that the address can be
 * kept and shared; a file that was opened stays out of it. What is wrong with a link is told in `notice`.
 */
export function keepAddress(calculator: TandemCalculator, notice: Element | null): void {
  /** What the last whole run was of, and what it found. */
  let ran: { readonly changes: object; readonly profile: object; readonly hash: string } | null =
    null;
  /** The result that the sender of a link saw, until it has been run here. */
  let sent: string | null = null;
  const linkOf = async (
    changes: TandemCalculator['changes'],
    profile: TandemCalculator['profile'],
  ): Promise<string> => {
    const { writeLink } = await import('./share-link.ts');
    const scenario = calculator.src?.split('/').at(-1) ?? '';
    const isPlain = Object.keys(profile).length === 0;
    const isRun = ran !== null && ran.changes === changes && ran.profile === profile;
    return writeLink({
      scenario,
      changes,
      ...(isPlain ? {} : { profile }),
      ...(isRun && ran !== null ? { result: ran.hash.slice(0, 16) } : {}),
    });
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const open = async (): Promise<void> => {
    try {
      // Most pages are opened without a link: only one with a number in front has its reader fetched.
      const state = /^#\d/.test(location.hash)
        ? await import('./share-link.ts').then(({ readLink }) => readLink(location.hash))
        : null;
      if (notice !== null) notice.textContent = '';
      if (state === null) return;
      const known = scenarios.find(({ src }) => src.endsWith(`/${state.scenario}`));
      if (known === undefined)
        throw new Error(`this link is for a scenario that is not here: ${state.scenario}`);
      const { changes, profile = {} } = state;
      sent = state.result ?? null;
      if (calculator.result !== null) {
        // Somebody is at work here: what they did is a step away, as when they choose a scenario.
        if (!(await calculator.openChanged(known.src, changes, profile))) sent = null;
        return;
      }
      calculator.src = known.src;
      calculator.changes = changes;
      calculator.profile = profile;
    } catch (error) {
      if (notice !== null) notice.textContent = error instanceof Error ? error.message : '';
    }
  };
  calculator.linkTo = async (changes, profile) => {
    const address = new URL(location.href);
    address.hash = await linkOf(changes, profile);
    return address.href;
  };
  calculator.addEventListener('tandem-change', ({ changes, isOwnFile, profile }) => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const isFirst =
        calculator.src === scenarios[0]?.src &&
        Object.keys(changes).length + Object.keys(profile).length === 0;
      const hash = isOwnFile || isFirst ? '' : await linkOf(changes, profile).catch(() => '');
      history.replaceState(
        null,
        '',
        hash === '' ? location.pathname + location.search : `#${hash}`,
      );
    }, rest);
  });
  calculator.addEventListener('tandem-result', ({ result }) => {
    const { changes, profile } = calculator;
    const hash = result.manifest.resultHash;
    ran = { changes, profile, hash };
    if (sent === null) return;
    if (notice !== null && !hash.startsWith(sent))
      notice.textContent =
        'The scenario, or Tandem itself, has changed since this link was made: its figures are not those that its sender saw.';
    sent = null;
  });
  // A link of old may hold what is no longer possible: then the scenario is there without it.
  calculator.addEventListener('tandem-error', ({ issues, message }) => {
    if (calculator.result !== null || !calculator.isChanged) return;
    const first = issues.find(({ severity }) => severity === 'error');
    // Where the run itself failed there is no place, but still a reason.
    const reason = first === undefined ? message : `${first.pointer}: ${first.message}`;
    if (notice !== null)
      notice.textContent = `The changes in this link cannot be used; this is the scenario without them. ${reason}`;
    calculator.changes = {};
    calculator.profile = {};
  });
  window.addEventListener('hashchange', () => void open());
  void open();
}
