/** Whether a key is written like a percentile, such as p10; p0 and p100 are, and are refused later. */
export function looksLikePercentile(key: string): boolean {
  return /^p\d/.test(key);
}
