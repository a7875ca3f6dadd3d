/** A step of the divider by an arrow key, and by Page Up or Page Down, as shares of its way. */
const STEP = 0.02
const LEAP = 0.2

/**
 * Where a key moves the divider: arrows move it to the side that they point to, in every writing direction.
 * @param share 0 at its left end, 1 at its right one
 * @returns undefined for a key that does not move it
 */
export function movedByKey(share: number, key: string): number | undefined {
  const to = target(share, key)
  return to === undefined ? undefined : Math.max(0, Math.min(1, to))
}

function target(share: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return share - STEP
    case 'ArrowRight':
    case 'ArrowUp':
      return share + STEP
    case 'PageDown':
      return share - LEAP
    case 'PageUp':
      return share + LEAP
    case 'Home':
      return 0
    case 'End':
      return 1
    default:
      return undefined
  }
}
