/**
 * Dimensions whose points are spread together: those of 32 inputs, and of four events in five years
 * with their first draw where all postures share an event's luck. Among 256 points no more than
 * about these can all make good pairs.
 */
export const netDimensions = 72;

/**
 * Which candidate's initial direction numbers each of these has, two letters a dimension, the
 * lower digit first, "!" for 0, 94 letters in all: those under which it makes the best pairs with
 * the dimensions before it. Few are worse than those of independent draws: 4 of 2,556 at 256 points.
 * Found by tools/search-directions.ts.
 */
const searched =
  '!!!!!!!!"!1#4!t#H#M%-"q!%$K$l"d&$!@&~!i!p#$&=#w":!g#-%F#3#-$9%F#' +
  '%!S"v$p#5&f$g&"\'w!(%e#:"e$U%n!q%6"N&K%_!P$J$q$A"9&v!F#.%a$m#."v"' +
  'H&(&y%n"[&c!a&O#';

/** The candidate whose initial direction numbers a dimension of the net has. */
export function searchedCandidate(dimension: number): number {
  const digit = (place: number) => searched.charCodeAt(2 * dimension + place) - 33;
  return digit(0) + 94 * digit(1);
}
