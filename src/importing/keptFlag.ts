const KEY = 'incident-atlas:kept-files'

/** Whether files were kept on this device, as far as is known without opening its database. */
export function mayHaveKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** Notes whether files are kept. Without usable storage it does nothing. */
export function noteKept(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(KEY, '1')
    else localStorage.removeItem(KEY)
  } catch {
    // Then nothing is offered at the next visit.
  }
}
