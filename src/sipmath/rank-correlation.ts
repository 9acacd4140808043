const known = new WeakMap<readonly number[], Float64Array>();

/** The rank correlation of two lists of the same length (Spearman's); 0 where one is all the same. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (x.length - 1) / 2;
  let [products, squaresX, squaresY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] as number) - mean, (y[i] as number) - mean];
    products += dx * dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
  }
  const size = Math.sqrt(squaresX * squaresY);
  return size > 0 ? products / size : 0;
}

/** Ranks from 0; equal values share the middle one of theirs. */
function ranksOf(values: readonly number[]): Float64Array {
  const before = known.get(values);
  if (before !== undefined) return before;
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let place = from; place < to; place++) ranks[order[place] ?? 0] = (from + to - 1) / 2;
    from = to;
  }
  known.set(values, ranks);
  return ranks;
}
