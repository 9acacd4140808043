/**
 * Which of 94 candidates' initial direction numbers each of the first dimensions has, one letter a
 * dimension from "!" on: those under which it makes the best pairs with the dimensions before it.
 * Found by tools/search-directions.ts.
 */
const searched =
  '!!!*!uMfZK?!/`/~A+u5{j6jb^3d@~pB{>,%-<cu2GBdR-o^0*}:J}v"vv+{;F/.' +
  "*\\!NO2D?m5+'QnglrI5<v;r<qOsaG-F0tbwkf7#-U'fro=nJGQgbeW]A:A<R`vTY" +
  "bU!;!\\D9ch/M`;DG3`3N[aP<XRQ=>'JD!-u:r9[Q#@k.PB|41A[G6-a'CPLT&s4D";

/** The candidate whose initial direction numbers a dimension has; the first, beyond those searched. */
export function searchedCandidate(dimension: number): number {
  return dimension < searched.length ? searched.charCodeAt(dimension) - 33 : 0;
}
