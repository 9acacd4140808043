/** A part of Tandem that is fetched only when it is needed cannot be had where a run happens. */
export class PartMissing extends Error {}

/**
 * A part that is imported when it is needed. A bundler of an application may copy the file of the
 * worker alone; the page's own script still finds its parts, so the run has to move there.
 */
export async function fetchPart<T>(importing: Promise<T>): Promise<T> {
  try {
    return await importing;
  } catch (cause) {
    throw new PartMissing(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
