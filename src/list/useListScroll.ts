import { useLayoutEffect, useRef, useState } from 'react'

/** Scroll offset of the list and size of its view, in CSS pixels. */
export interface ListScroll {
  scrollTop: number
  height: number
  width: number
  /** Scrolls once the next render has given the list its height. */
  scrollTo: (top: number) => void
}

/** Follows the scroll offset and the size of the list. While the list is hidden, it keeps the last values. */
export function useListScroll(scroller: HTMLElement | null): ListScroll {
  const [state, setState] = useState({ scrollTop: 0, height: 0, width: 0 })
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (!scroller) return
    const read = () => {
      const { scrollTop, clientHeight: height, clientWidth: width } = scroller
      if (height > 0) setState({ scrollTop, height, width })
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
  useLayoutEffect(() => {
    if (!scroller || wanted.current === null) return
    scrollElement(scroller, wanted.current)
    wanted.current = null
  })
  return {
    ...state,
    scrollTo: (top) => {
      wanted.current = top
      setState((before) => ({ ...before, scrollTop: top }))
    },
  }
}

function scrollElement(element: HTMLElement, top: number): void {
  element.scrollTop = top
}
