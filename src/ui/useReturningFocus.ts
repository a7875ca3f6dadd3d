import { useLayoutEffect } from 'react'

/**
 * When the component is unmounted, returns the focus to the element that had it before, unless something else
 * has it.
 */
export function useReturningFocus(): void {
  // A layout effect runs before any child takes the focus.
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      // In the next frame, as the element may still be hidden.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && before instanceof HTMLElement) before.focus()
      })
    }
  }, [])
}
