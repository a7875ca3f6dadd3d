/**
 * One remembered yes. A browser that keeps nothing, or whose storage is full, forgets it: the page works the same.
 */
export function readFlag(key: string): boolean {
  try {
    return localStorage.getItem(key) === '1'
  } catch {
    return false
  }
}

export function writeFlag(key: string): void {
  try {
    localStorage.setItem(key, '1')
  } catch {
    // Nothing depends on it.
  }
}
