import { isOfType } from './frame-size.ts';
import type { FrameQuestion, FrameSize } from './frame-size.ts';

/** Smaller changes are not worth a new layout of the page around. */
const leastChange = 2;

/** Tells the page around this iframe how high its content is, whenever that changes. */
export function reportHeight(): void {
  const { parent } = window;
  if (parent === window) return;
  let told = 0;
  let isWaiting = false;
  const tell = (): void => {
    isWaiting = false;
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (Math.abs(height - told) < leastChange) return;
    told = height;
    const size: FrameSize = { type: 'tandem:size', v: 1, height };
    // Whoever frames this page sees its height anyway.
    parent.postMessage(size, '*');
  };
  const schedule = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(tell);
  };
  new ResizeObserver(schedule).observe(document.documentElement);
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent || !isOfType<FrameQuestion>(data, 'tandem:ask')) return;
    told = 0;
    schedule();
  });
}
