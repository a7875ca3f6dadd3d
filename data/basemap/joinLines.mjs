const key = ([x, y]) => `${x},${y}`

/**
 * Joins lines that meet end to end, and only two of them, so that simplification and dashes run through.
 * @param lines arrays of positions
 */
export function joinLines(lines) {
  const ends = new Map()
  for (const line of lines)
    for (const end of [line[0], line.at(-1)]) ends.set(key(end), [...(ends.get(key(end)) ?? []), line])
  const used = new Set()
  const joined = []
  for (const line of lines) {
    if (used.has(line)) continue
    used.add(line)
    const forward = extend([...line], ends, used)
    joined.push(extend(forward.reverse(), ends, used))
  }
  return joined
}

/** Goes on from the line's last position as long as exactly one other line does. */
function extend(line, ends, used) {
  for (;;) {
    const at = key(line.at(-1))
    const meeting = ends.get(at)
    const next = meeting.length === 2 ? meeting.find((each) => !used.has(each)) : undefined
    if (!next) return line
    used.add(next)
    const onward = key(next[0]) === at ? next : next.toReversed()
    for (const position of onward.slice(1)) line.push(position)
  }
}
