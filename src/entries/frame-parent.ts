import { isOfType } from './frame-size.ts';
import type { FrameQuestion, FrameSize } from './frame-size.ts';

const frames = 'iframe[data-tandem]';
/** A frame that asks for less would hide that it is there; for more, would bury the page below it. */
const least = 120;
const most = 10_000;

/** Gives each `<iframe data-tandem>` the height that the page in it asks for; `data-tandem="2000"` allows no more. */
window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source === null || !isOfType<FrameSize>(data, 'tandem:size')) return;
  const { height } = data;
  if (typeof height !== 'number' || !Number.isFinite(height)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(frames)) {
    if (frame.contentWindow !== source) continue;
    const own = Number(frame.dataset['tandem']);
    const limit = own > 0 ? Math.min(own, most) : most;
    frame.style.height = `${Math.max(least, Math.min(limit, Math.ceil(height)))}px`;
  }
});

// Frames that were there before this script have told their height already.
const question: FrameQuestion = { type: 'tandem:ask', v: 1 };
for (const frame of document.querySelectorAll<HTMLIFrameElement>(frames))
  frame.contentWindow?.postMessage(question, '*');
