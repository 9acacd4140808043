/** After so many milliseconds without a picture on screen being drawn, what is out of sight is drawn too. */
const rest = 250;
/** A page in the background is not laid out, and never tells what is in sight. */
const patience = 150;

/** Who waits to be drawn, in the order in which they asked. */
const waiting = new Map<Element, () => void>();
const nearness = new WeakMap<Element, boolean>();
let channel: MessageChannel | null = null;
let planned: 'no' | 'soon' | 'idle' = 'no';
let idle: ReturnType<typeof setTimeout> | undefined;
let lastNear = -Infinity;
let isPrinting = false;
let observer: IntersectionObserver | null = null;

/**
 * Resolves when it is an element's turn to be drawn: those in sight come first, each in a task of its
 * own, so that the page can be used in between; the others when a reader comes near, or when nothing
 * else is going on. On paper nobody waits.
 */
export function turnOf(element: Element): Promise<void> {
  if (!element.isConnected || isPrinting || matchMedia('print').matches) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.set(element, resolve);
    plan();
  });
}

/** From now on it is known whether an element is in sight, or nearly. */
export function watchPlace(element: Element): void {
  observer ??= begin();
  observer.observe(element);
  setTimeout(() => {
    if (nearness.has(element)) return;
    nearness.set(element, true);
    plan();
  }, patience);
}

/** Ends that; an element that has been removed waits no more. */
export function forgetPlace(element: Element): void {
  observer?.unobserve(element);
  nearness.delete(element);
  endWait(element);
}

function place(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) nearness.set(target, isIntersecting);
  plan();
}

/** It is this element's turn now, if it waits. */
export function endWait(element: Element): void {
  const go = waiting.get(element);
  waiting.delete(element);
  go?.();
}

function nextNear(): Element | undefined {
  for (const element of waiting.keys()) if (nearness.get(element) === true) return element;
  return undefined;
}

function plan(): void {
  if (waiting.size === 0 || planned === 'soon') return;
  const isNear = nextNear() !== undefined;
  if (planned === 'idle' && !isNear) return;
  clearTimeout(idle);
  planned = isNear ? 'soon' : 'idle';
  if (isNear) channel?.port2.postMessage(null);
  else idle = setTimeout(whenIdle, Math.max(0, lastNear + rest - performance.now()));
}

function whenIdle(): void {
  const go = () => planned === 'idle' && serve();
  // Safari has none. A frame out of sight is never idle: its page does not let it be.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(go, { timeout: 500 });
  else go();
}

function serve(): void {
  planned = 'no';
  const near = nextNear();
  if (near !== undefined) lastNear = performance.now();
  else if (performance.now() < lastNear + rest) return plan();
  const next = near ?? [...waiting.keys()].find((element) => nearness.has(element));
  if (next !== undefined) endWait(next);
  plan();
}

/** With the first element: modules may be loaded where there is no page. */
function begin(): IntersectionObserver {
  channel = new MessageChannel();
  channel.port1.addEventListener('message', serve);
  channel.port1.start();
  addEventListener('beforeprint', () => {
    isPrinting = true;
    for (const element of waiting.keys()) endWait(element);
  });
  addEventListener('afterprint', () => (isPrinting = false));
  return new IntersectionObserver(place, { rootMargin: '25% 0px' });
}
