/** A point on the outline of a hill. */
export interface HillPoint {
  /** From 0 to 1 along the line. */
  readonly place: number;
  /** From 0 to 1, the highest point of the hill. */
  readonly height: number;
}

/** How many quantiles on either side tell how dense they lie: few enough for shape, enough for smoothness. */
const reach = 3;
/** As close as quantiles may lie, or a value that is certain would be a needle. */
const closest = 0.006;

/**
 * The outline of a distribution whose equally spaced quantiles lie at given places: high where they
 * lie dense. It begins and ends on the ground.
 */
export function hillOf(places: readonly number[]): readonly HillPoint[] {
  const last = places.length - 1;
  if (last < 1) return [];
  const inner = places.map((place, index) => {
    const [from, to] = [Math.max(0, index - reach), Math.min(last, index + reach)];
    const width = (places[to] ?? 0) - (places[from] ?? 0);
    return { place, height: (to - from) / Math.max(width, closest * (to - from) * 0.25) };
  });
  const highest = Math.max(...inner.map(({ height }) => height));
  const [start, end] = [places[0] ?? 0, places[last] ?? 0];
  const foot = Math.max(closest, (end - start) / 20);
  return [
    { place: Math.max(0, start - foot), height: 0 },
    ...inner.map(({ height, place }) => ({ place, height: height / highest })),
    { place: Math.min(1, end + foot), height: 0 },
  ];
}
