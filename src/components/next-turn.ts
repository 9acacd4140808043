const waiting: (() => void)[] = [];

/**
 * Resolves in a task of its own after the page has been painted, one after the other for all who
 * ask: heavy elements that come at once are drawn one by one, each finds the page laid out, and the
 * page can be used in between.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) afterPaint(turn);
  });
}

function turn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) afterPaint(turn);
}

function afterPaint(go: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', go, { once: true });
  port1.start();
  const post = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    port2.postMessage(null);
  };
  const frame = requestAnimationFrame(post);
  // A page in the background, or an iframe out of sight, is not painted.
  const timer = setTimeout(post, 100);
}
