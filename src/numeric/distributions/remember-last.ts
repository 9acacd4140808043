/** The same quantile function with its last answer kept, as tables ask for value and slope in turn. */
export function rememberLast(
  quantile: (p: number, upper: boolean) => number,
): (p: number, upper?: boolean) => number {
  let lastP = NaN;
  let lastUpper = false;
  let last = NaN;
  return (p, upper = false) => {
    if (p !== lastP || upper !== lastUpper) {
      last = quantile(p, upper);
      lastP = p;
      lastUpper = upper;
    }
    return last;
  };
}
