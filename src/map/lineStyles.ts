/**
 * Line styles with a meaning. Widths in CSS pixels; dashes in multiples of the width, as the map library takes
 * them.
 */
export const lineStyles = {
  /** Edge of the filtered area. */
  area: { width: 2, dash: [3, 2] },
  /** Edge of the area in which the open incident may have happened; `fill`: opacity of its inside, 0 to 1. */
  uncertainty: { width: 1.5, dash: [2, 2], fill: 0.12 },
  /** From the open incident to a related one; `end`: radius of the dot at its end, in CSS pixels. */
  related: { width: 1.6, dash: [1, 1.6], end: 4 },
  /** A river that carries water at times. */
  wadi: { dash: [5, 2] },
  disputedBorder: { width: 1.2, dash: [2, 2] },
}
