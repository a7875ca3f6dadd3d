import { useEffect, useRef } from 'react'

/** Where keys are typed or choose: shortcuts keep away from it. */
const typing = 'input, textarea, select, dialog, [contenteditable]'

/**
 * Keys that act wherever the focus is, but where it types or within a dialog; each by `KeyboardEvent.key`, without
 * modifiers but those that spell it. A key that acts is spent: nothing else acts on it.
 */
export function useShortcuts(acts: Readonly<Record<string, () => void>>, enabled = true): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(typing)) return
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [enabled])
}
