/**
 * A worker that is killed tells nobody. But it loses the locks that it holds: who waits for one of them learns of it.
 * Where the browser has no locks (over plain http from another machine) only errors tell of a worker's end.
 * w3c.github.io/web-locks
 */

/** Holds the lock for as long as this thread lives. @param onHeld once it does */
export function holdForLife(name: string, onHeld: () => void): void {
  void lockManager()?.request(name, () => {
    onHeld()
    return new Promise(() => {})
  })
}

/** Waits until whoever holds the lock is gone. */
export function afterLifeOf(name: string, onGone: () => void): void {
  void lockManager()?.request(name, onGone)
}

function lockManager(): LockManager | undefined {
  return 'navigator' in globalThis && 'locks' in navigator ? navigator.locks : undefined
}
