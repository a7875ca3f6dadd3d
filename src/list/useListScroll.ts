import { useLayoutEffect, useState } from 'react'

/** CSS pixels. While the list is hidden it has no height: what was last seen of it stays. */
export function useListScroll(scroller: HTMLElement | null): {
  scrollTop: number
  height: number
  toTop: () => void
} {
  const [state, setState] = useState({ scrollTop: 0, height: 0 })
  useLayoutEffect(() => {
    if (!scroller) return
    const read = () => {
      if (scroller.clientHeight > 0)
        setState({ scrollTop: scroller.scrollTop, height: scroller.clientHeight })
    }
    read()
    scroller.addEventListener('scroll', read, { passive: true })
    const observer = new ResizeObserver(read)
    observer.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', read)
      observer.disconnect()
    }
  }, [scroller])
  return {
    ...state,
    toTop: () => {
      if (scroller) scrollList(scroller, 0)
      setState(({ height }) => ({ scrollTop: 0, height }))
    },
  }
}

export function scrollList(scroller: HTMLElement, top: number): void {
  scroller.scrollTop = top
}
