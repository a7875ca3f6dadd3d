/** Side of the squares by which segments are found, in degrees; no distance asked for may be larger. */
const SQUARE = 0.1

/**
 * @param lines arrays of positions
 * @param reach degrees
 * @returns position -> whether one of the lines is that near
 */
export function nearness(lines, reach) {
  const cells = new Map()
  const cellOf = (degrees) => Math.floor(degrees / SQUARE)
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i += 1)
      for (const [x, y] of cellsOf(line[i], line[i + 1], cellOf)) {
        const key = `${x},${y}`
        const found = cells.get(key)
        if (found) found.push([line[i], line[i + 1]])
        else cells.set(key, [[line[i], line[i + 1]]])
      }
  const around = [-1, 0, 1]
  return (position) => {
    const [x, y] = position.map(cellOf)
    return around.some((dx) =>
      around.some((dy) =>
        cells.get(`${x + dx},${y + dy}`)?.some(([a, b]) => distance(position, a, b) < reach),
      ),
    )
  }
}

function cellsOf([x1, y1], [x2, y2], cellOf) {
  const steps = Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / SQUARE) + 1
  return Array.from({ length: steps + 1 }, (_, step) => [
    cellOf(x1 + ((x2 - x1) * step) / steps),
    cellOf(y1 + ((y2 - y1) * step) / steps),
  ])
}

/** Degrees from a position to a segment, as on a plane. */
function distance([px, py], [ax, ay], [bx, by]) {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2
  const along = squared === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / squared
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(px - ax - share * (bx - ax), py - ay - share * (by - ay))
}
