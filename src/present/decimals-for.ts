/** How many decimals a figure may have so that its Monte Carlo error moves the last one by about one at most. */
export function decimalsFor(error: number | undefined, most: number): number {
  if (error === undefined || !(error > 0)) return most;
  let decimals = 0;
  for (let unit = 0.1; decimals < most && error <= unit; unit /= 10) decimals++;
  return decimals;
}
