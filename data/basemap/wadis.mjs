import h5 from 'h5wasm/node'

/**
 * GMT's levels of the rivers of the World Data Bank II that are drawn -> zoom and rank. 5 to 7 carry water at times: wadis. The
 * great rivers (0, 1) are Natural Earth's, canals (8 to 10) are left out.
 */
export const LEVELS = {
  2: { from: 7, rank: 7 },
  3: { from: 7, rank: 8 },
  4: { from: 8, rank: 9 },
  5: { from: 7, rank: 8, wadi: 1 },
  6: { from: 8, rank: 9, wadi: 1 },
  7: { from: 8, rank: 10, wadi: 1 },
}

/**
 * Rivers of gmt-gshhg's binned_river_f.nc.
 * @returns [{ level, line: positions }]
 */
export async function readWadis(file) {
  await h5.ready
  const data = new h5.File(file, 'r')
  const column = (name) => data.get(name).value
  const [firstSegments, segments] = [column('Id_of_first_segment_in_a_bin'), column('N_segments_in_a_bin')]
  const [firstPoints, points] = [column('Id_of_first_point_in_a_segment'), column('N_points_for_a_segment')]
  const levels = column('Hierarchial_level_of_a_segment')
  const across = column('Relative_longitude_from_SW_corner_of_bin')
  const down = column('Relative_latitude_from_SW_corner_of_bin')
  // Shares of a bin's degree, written as unsigned numbers of 16 bits.
  const share = (value) => (value & 0xffff) / 65_535
  const found = []
  for (const [bin, count] of segments.entries()) {
    const [west, south] = [bin % 360, 89 - Math.floor(bin / 360)]
    const first = firstSegments[bin]
    for (let segment = first; segment < first + count; segment += 1) {
      if (!LEVELS[levels[segment]]) continue
      const start = firstPoints[segment]
      const line = Array.from({ length: points[segment] }, (_, at) => [
        ((west + share(across[start + at]) + 180) % 360) - 180,
        south + share(down[start + at]),
      ])
      found.push({ level: levels[segment], line })
    }
  }
  return found
}
