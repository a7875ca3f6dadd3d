/** Whether the flag was set on this device. Without usable storage it never is. */
export function readFlag(key: string): boolean {
  try {
    return localStorage.getItem(key) === '1'
  } catch {
    return false
  }
}

/** Sets the flag on this device. Without usable storage it does nothing. */
export function writeFlag(key: string): void {
  try {
    localStorage.setItem(key, '1')
  } catch {
    // Storage is full or not allowed; nothing depends on the flag.
  }
}
