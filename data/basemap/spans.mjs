/**
 * The stretches of a latitude that lie in polygons, west to east.
 * @param rings outer rings, and holes
 * @returns [[west, east], ...], degrees
 */
export function spansAt(rings, lat) {
  const crossings = rings.flatMap((ring) => crossingsOf(ring, lat)).toSorted((a, b) => a - b)
  const spans = []
  for (let i = 0; i + 1 < crossings.length; i += 2) spans.push([crossings[i], crossings[i + 1]])
  return spans
}

/** Longitudes at which a ring crosses a latitude. */
function crossingsOf(ring, lat) {
  const found = []
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [[x1, y1], [x2, y2]] = [ring[i], ring[i + 1]]
    if (y1 > lat !== y2 > lat) found.push(x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1))
  }
  return found
}
