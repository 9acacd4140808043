/** Hands out columns by number and takes them back, so that few are needed in all. */
export class ColumnPool {
  readonly #free: number[] = [];
  #size = 0;

  /** How many columns there are in all. */
  get size(): number {
    return this.#size;
  }

  take(): number {
    return this.#free.pop() ?? this.#size++;
  }

  /** A column that is never handed out again. */
  reserve(): number {
    return this.#size++;
  }

  release(column: number): void {
    this.#free.push(column);
  }
}
