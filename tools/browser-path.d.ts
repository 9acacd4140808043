/** The Chromium that tests drive: $CHROMIUM_PATH, the system's, or the one that comes as a package. */
export function browserPath(): Promise<string>;
