/** Area of a ring, in square degrees at the equator, and its centroid: `x` longitude, `y` latitude. */
export function centroid(ring) {
  let [twice, x, y] = [0, 0, 0]
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
    twice += cross
    x += (ring[i][0] + ring[i + 1][0]) * cross
    y += (ring[i][1] + ring[i + 1][1]) * cross
  }
  const area = Math.abs(twice / 2)
  if (twice === 0) return { area: 1e-9, x: ring[0][0], y: ring[0][1] }
  const middle = { x: x / (3 * twice), y: y / (3 * twice) }
  return { area: area * Math.cos((middle.y * Math.PI) / 180), ...middle }
}
