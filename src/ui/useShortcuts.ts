import { useEffect } from 'react'
import { shortcutKey } from './shortcutKey.ts'
import { useLatest } from './useLatest.ts'

type Acts = Readonly<Record<string, () => void>>

/** The shortcuts in use; the last ones are on top. */
const layers: { readonly current: Acts }[] = []

/**
 * Elements in which keys type or choose: there shortcuts are off. Buttons, checkboxes and sliders take no
 * characters.
 */
const typing =
  'input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select, [role=textbox], ' +
  '[contenteditable]:not([contenteditable=false])'

/**
 * Keys that act wherever the focus is, except in text fields and while a dialog is open. If several components
 * use the same key, the last one mounted gets it, alone.
 * @param acts what to do, by key
 * @param enabled whether they are in use
 */
export function useShortcuts(acts: Acts, enabled = true): void {
  const latest = useLatest(acts)
  useEffect(() => {
    if (!enabled) return
    if (layers.length === 0) document.addEventListener('keydown', onKey)
    layers.push(latest)
    return () => {
      layers.splice(layers.indexOf(latest), 1)
      if (layers.length === 0) document.removeEventListener('keydown', onKey)
    }
  }, [enabled, latest])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isTyping(event) || document.querySelector('dialog[open]')) return
  const key = shortcutKey(event, /Mac|iP(hone|ad)/.test(navigator.userAgent))
  const top = key === null ? undefined : layers.findLast(({ current }) => Object.hasOwn(current, key))
  if (key === null || !top) return
  event.preventDefault()
  top.current[key]?.()
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(typing) !== null
}
