import type { Recording } from '../engine/recording.ts';

/** The memory of a recording: handed over to another thread, not copied. */
export function arraysOf(recording: Recording): readonly ArrayBuffer[] {
  return [...recording.columns, ...recording.moments].flatMap((array) =>
    array === null ? [] : [array.buffer as ArrayBuffer],
  );
}
