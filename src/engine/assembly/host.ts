/** What the compiled engine asks of its host: the rare and the difficult, written once, in TypeScript. */

/** Computes the instruction at an address over n values with the kernel of src/engine. */
export declare function instruction(at: usize, n: i32): void;
/** src/numeric/poisson-count.ts */
export declare function poissonCount(u: f64, rate: f64): f64;
/** src/numeric/elementary.ts */
export declare function exp(x: f64): f64;
