/**
 * Which pixels of a Mercator square of the world are land.
 * @param land polygon features
 * @param pixels width and height of the square
 * @returns 1 for land, by row from the north
 */
export function landMask(land, pixels) {
  const crossings = Array.from({ length: pixels }, () => [])
  for (const { geometry } of land)
    for (const rings of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      for (const ring of rings)
        cross(
          ring.map((position) => toPixels(position, pixels)),
          crossings,
        )
  const mask = new Uint8Array(pixels * pixels)
  for (const [row, found] of crossings.entries()) {
    const sorted = found.toSorted((a, b) => a - b)
    for (let i = 0; i + 1 < sorted.length; i += 2)
      mask.fill(1, row * pixels + Math.ceil(sorted[i] - 0.5), row * pixels + Math.floor(sorted[i + 1] + 0.5))
  }
  return mask
}

/** Notes where each row's middle line is crossed. */
function cross(ring, crossings) {
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [[x1, y1], [x2, y2]] = ring[i][1] < ring[i + 1][1] ? [ring[i], ring[i + 1]] : [ring[i + 1], ring[i]]
    const last = Math.min(crossings.length - 1, Math.ceil(y2 - 0.5) - 1)
    for (let row = Math.max(0, Math.ceil(y1 - 0.5)); row <= last; row += 1)
      crossings[row].push(x1 + ((x2 - x1) * (row + 0.5 - y1)) / (y2 - y1))
  }
}

function toPixels([lng, lat], pixels) {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180)
  return [((lng + 180) / 360) * pixels, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * pixels]
}
