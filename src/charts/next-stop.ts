import type { Stop } from './scene.ts';

/** A key that moves the read-out of a chart. */
export type StopKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/**
 * The place that a key leads to: left and right along a series, up and down to the nearest place of
 * the series before or after, Home and End to its ends. null where there are no places.
 */
export function nextStop(stops: readonly Stop[], from: number | null, key: StopKey): number | null {
  const current = from === null ? undefined : stops[from];
  const order = (series: number) =>
    stops
      .flatMap((stop, index) => (stop.series === series ? [{ ...stop, index }] : []))
      .toSorted((a, b) => a.x - b.x || a.index - b.index);
  if (current === undefined) return order(stops[0]?.series ?? 0)[0]?.index ?? null;
  const own = order(current.series);
  const place = own.findIndex(({ index }) => index === from);
  const clamped = (at: number) => own[Math.max(0, Math.min(own.length - 1, at))]?.index ?? null;
  switch (key) {
    case 'ArrowLeft':
      return clamped(place - 1);
    case 'ArrowRight':
      return clamped(place + 1);
    case 'Home':
      return clamped(0);
    case 'End':
      return clamped(own.length - 1);
    case 'ArrowUp':
    case 'ArrowDown': {
      const all = [...new Set(stops.map(({ series }) => series))].toSorted((a, b) => a - b);
      const to = all[all.indexOf(current.series) + (key === 'ArrowUp' ? -1 : 1)];
      if (to === undefined) return from;
      const nearest = order(to).toSorted(
        (a, b) => Math.abs(a.x - current.x) - Math.abs(b.x - current.x),
      );
      return nearest[0]?.index ?? from;
    }
  }
}

/** The place nearest to a point of the picture, no farther than `reach`; null where there is none. */
export function nearestStop(
  stops: readonly Stop[],
  x: number,
  y: number,
  reach = 40,
): number | null {
  let nearest: number | null = null;
  let least = reach;
  for (const [index, stop] of stops.entries()) {
    const distance = Math.hypot(stop.x - x, stop.y - y);
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
}
