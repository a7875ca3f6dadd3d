/**
 * The zoom from which a polygon is worth its bytes.
 * @param steps [[zoom, least area in square degrees], ...], farthest first
 * @param last zoom of those that are smaller than all steps
 */
export function zoomBySize({ type, coordinates }, steps, last) {
  const outer = type === 'Polygon' ? [coordinates[0]] : coordinates.map(([ring]) => ring)
  const area = Math.max(...outer.map(areaOf))
  return steps.find(([, least]) => area >= least)?.[0] ?? last
}

/** Square degrees at the equator. */
function areaOf(ring) {
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i += 1)
    twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
  return Math.abs(twice / 2)
}
