/** What a page in an iframe tells the page around it: how high its content is, and nothing else. */
export interface FrameSize {
  readonly type: 'tandem:size';
  readonly v: 1;
  /** In CSS pixels. */
  readonly height: number;
}

/** What the page around it may ask: to be told again. */
export interface FrameQuestion {
  readonly type: 'tandem:ask';
  readonly v: 1;
}

/** Whether a message is of the given type; anyone may send a page anything. */
export function isOfType<T extends FrameSize | FrameQuestion>(
  message: unknown,
  type: T['type'],
): message is { readonly [key in keyof T]?: unknown } {
  const { type: said, v } = (message ?? {}) as { readonly type?: unknown; readonly v?: unknown };
  return said === type && v === 1;
}
