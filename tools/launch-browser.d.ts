import type { Browser } from 'playwright';

/** The Chromium that tests, pictures and benches drive, without what it would do beside them. */
export function launchBrowser(): Promise<Browser>;
