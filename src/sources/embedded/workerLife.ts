/*
 * A worker that the browser kills raises no event. But it loses the locks that it holds, and whoever waits for one of
 * them then gets it. Where there are no locks (plain http from another machine) only `error` events tell of a
 * worker's end. https://w3c.github.io/web-locks/
 */

/**
 * Holds a lock until this thread ends.
 * @param onHeld called once the lock is held
 */
export function holdForLife(lock: string, onHeld: () => void): void {
  void lockManager()?.request(lock, () => {
    onHeld()
    return new Promise(() => {})
  })
}

/**
 * Waits until the thread that holds the lock has ended.
 * @param onEnd called then
 */
export function afterLifeOf(lock: string, onEnd: () => void): void {
  void lockManager()?.request(lock, onEnd)
}

function lockManager(): LockManager | undefined {
  return 'navigator' in globalThis && 'locks' in navigator ? navigator.locks : undefined
}
