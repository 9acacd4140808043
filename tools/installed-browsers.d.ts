/** A browser that a page can be shown to; without a path where it is not installed. */
export interface InstalledBrowser {
  readonly name: string;
  readonly path?: string | undefined;
  readonly words: (
    path: string,
    address: string,
    profile: string,
  ) => readonly [command: string, given: readonly string[]];
}

export const browsers: readonly InstalledBrowser[];

/** Shows a page, which has to tell by itself what it finds; gives what ends the browser. */
export function showPage(browser: InstalledBrowser, address: string): () => Promise<void>;
