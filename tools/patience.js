/**
 * How long tests and checks wait for what is to come before they take it for lost, in milliseconds.
 *
 * Everything that waits takes its limit from here, and only what has failed waits that long. The slowest
 * step, test and build that were ever seen, on two cores with twelve busy processes, took 30, 170 and
 * 240 seconds: a machine may be three times as slow, and still has a third to spare.
 */
export const patience = {
  /** For one thing in a page or a process: an element, a download, an answer. */
  step: 120_000,
  /** For a whole test. */
  test: 700_000,
  /** For what tests are prepared with: the built page and library, a browser. */
  build: 1_000_000,
};
