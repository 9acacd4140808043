/** A built file of a folder whose name begins so, and all that a browser has to fetch before it runs. */
export function loadedAtOnce(folder: string, beginning: string): readonly string[];
