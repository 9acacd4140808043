const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

/**
 * Resolves in a task of its own, one after the other for all who ask: heavy elements that come at
 * once are drawn one by one, and the page can be used in between.
 */
export function nextTurn(): Promise<void> {
  if (channel === null) {
    channel = new MessageChannel();
    channel.port1.addEventListener('message', () => {
      waiting.shift()?.();
      if (waiting.length > 0) channel?.port2.postMessage(null);
    });
    channel.port1.start();
  }
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) channel?.port2.postMessage(null);
  });
}
