import { useEffect, type RefObject } from 'react'

/**
 * Opens the `details` elements within an element while it is printed, as paper cannot be unfolded. The record as in the
 * file is printed only where the reader has opened it.
 */
export function useOpenInPrint(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const open = () => {
      const closed =
        root.current?.querySelectorAll<HTMLDetailsElement>('details:not([open], .as-in-file)') ?? []
      opened = [...opened, ...closed]
      for (const each of closed) each.open = true
    }
    const close = () => {
      for (const each of opened) each.open = false
      opened = []
    }
    window.addEventListener('beforeprint', open)
    window.addEventListener('afterprint', close)
    return () => {
      window.removeEventListener('beforeprint', open)
      window.removeEventListener('afterprint', close)
    }
  }, [root])
}
