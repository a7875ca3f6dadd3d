import { useLayoutEffect } from 'react'

/** Gives the focus back to where it was before the panel opened, once it closes. */
export function useReturningFocus(): void {
  // Before any part of the panel takes the focus.
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      // The list is shown again first: what is hidden takes no focus.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && before instanceof HTMLElement) before.focus()
      })
    }
  }, [])
}
