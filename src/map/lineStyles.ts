/** Lines that say something by how they are drawn. Pixels; dashes in widths of the line, as the map's library takes them. */
export const lineStyles = {
  /** Round the area that is filtered by. */
  area: { width: 2, dash: [3, 2] },
  /** Round where the open incident may have been, and how much of its colour lies within. */
  uncertainty: { width: 1.5, dash: [2, 2], fill: 0.12 },
  /** From the open incident to one that is related. */
  related: { width: 1.6, dash: [1, 1.6], end: 4 },
  disputedBorder: { width: 1.2, dash: [2, 2] },
}
