import type { Record } from './interpreter.ts';

/** Receives mean and sum of squared deviations of something that a block records in its moments. */
export type RecordMoments = (observed: number, mean: number, m2: number) => void;

/** Computes blocks of trials. Every one of its kinds gives the same bits. */
export interface BlockInterpreter {
  /** Computes trials first .. first + count - 1 of a replicate and hands over what is recorded. */
  run(
    replicate: number,
    first: number,
    count: number,
    record: Record,
    recordMoments: RecordMoments,
  ): void;
}
