import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useLatest } from './useLatest.ts'
import './Popover.css'

/** Distance from the button, and least distance from the edges of the page, in CSS pixels. */
const GAP = 6

/**
 * A small panel beside the button that opened it. It takes the focus. Escape closes it and returns the focus to the
 * button; a press elsewhere, and the focus going elsewhere, close it too.
 * @param anchor the button; `null` until it is mounted
 */
export function Popover({
  anchor,
  label,
  onClose,
  children,
}: {
  anchor: HTMLElement | null
  label: string
  onClose: () => void
  children: ReactNode
}) {
  const panel = useRef<HTMLDivElement>(null)
  const close = useLatest(onClose)
  useLayoutEffect(() => {
    const element = panel.current
    if (!element || !anchor) return
    const follow = () => place(element, anchor)
    // What it holds may still be loading.
    const observer = new ResizeObserver(follow)
    observer.observe(element)
    window.addEventListener('resize', follow)
    follow()
    element.focus({ preventScroll: true })
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', follow)
    }
  }, [anchor])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAbove = panel.current?.querySelector('dialog[open]')
      if (event.key !== 'Escape' || event.defaultPrevented || isAbove) return
      event.preventDefault()
      event.stopPropagation()
      anchor?.focus()
      close.current()
    }
    const onPress = ({ target }: PointerEvent) => {
      const isOutside = target instanceof Node && !panel.current?.contains(target)
      if (isOutside && !anchor?.contains(target)) close.current()
    }
    const onFocus = ({ target }: FocusEvent) => {
      if (target !== anchor && target instanceof Node && !panel.current?.contains(target)) close.current()
    }
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', onPress, true)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('focusin', onFocus)
    }
  }, [anchor, close])
  return (
    <div ref={panel} className="popover" role="dialog" aria-label={label} tabIndex={-1}>
      {children}
    </div>
  )
}

/** Puts the panel below the button, or above it where there is more room, within the page. */
function place(panel: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect()
  const { width, height } = panel.getBoundingClientRect()
  const below = at.bottom + GAP
  const top = below + height <= window.innerHeight - GAP ? below : at.top - GAP - height
  const left = at.left + width <= window.innerWidth - GAP ? at.left : at.right - width
  panel.style.top = `${within(top, window.innerHeight - height)}px`
  panel.style.left = `${within(left, window.innerWidth - width)}px`
}

/** @param room length that is left, in CSS pixels */
function within(offset: number, room: number): number {
  return Math.max(GAP, Math.min(offset, room - GAP))
}
