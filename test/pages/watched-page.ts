import type { Browser, Page } from 'playwright';

/** A page, and what it did that its policy or its reader would mind. */
export interface WatchedPage {
  readonly page: Page;
  /** Violations of a policy, in the page and in its frames: what was refused, and its scheme or path. */
  readonly violations: string[];
  /** Errors that nobody caught, and warnings. */
  readonly faults: string[];
  readonly requests: string[];
  /** Addresses of all workers that were ever started. */
  readonly workers: string[];
  /** Events of calculators in the page itself, in order. */
  readonly events: string[];
}

const events = ['tandem-result', 'tandem-change', 'tandem-error'];

/** Opens a new page, and watches it from before its first script. */
export async function watchPage(browser: Browser, address: string): Promise<WatchedPage> {
  const page = await browser.newPage();
  const watched: WatchedPage = {
    page,
    violations: [],
    faults: [],
    requests: [],
    workers: [],
    events: [],
  };
  await page.exposeFunction('tellViolation', (text: string) => watched.violations.push(text));
  await page.exposeFunction('tellEvent', (text: string) => watched.events.push(text));
  await page.addInitScript((names) => {
    const { tellEvent, tellViolation } = globalThis as unknown as Record<
      'tellEvent' | 'tellViolation',
      (text: string) => void
    >;
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      tellViolation(`${effectiveDirective} ${blockedURI}`),
    );
    for (const name of names) document.addEventListener(name, () => tellEvent(name));
  }, events);
  page.on('pageerror', (error) => watched.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'warning') watched.faults.push(message.text());
  });
  page.on('request', (request) => watched.requests.push(request.url()));
  page.on('worker', (worker) => watched.workers.push(worker.url()));
  await page.goto(address);
  return watched;
}
