/** What d3-scale needs of d3-format, for `tickFormat` alone: here `present` writes every number. See lean-plugin.ts. */
function unused(): never {
  throw new Error('numbers are written by src/present');
}

export {
  unused as format,
  unused as formatPrefix,
  unused as formatSpecifier,
  unused as precisionFixed,
  unused as precisionPrefix,
  unused as precisionRound,
};
