import { useEffect } from 'react'

/** Gives the focus back to where it was before the panel opened, once it closes. */
export function useReturningFocus(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      // The list is shown again first: what is hidden takes no focus.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
      })
    }
  }, [])
}
