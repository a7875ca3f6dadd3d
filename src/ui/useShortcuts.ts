import { useEffect } from 'react'
import { shortcutKey } from './shortcutKey.ts'
import { useLatest } from './useLatest.ts'

type Acts = Readonly<Record<string, () => void>>

/** Those in use; the last is on top. */
const layers: { readonly current: Acts }[] = []

/** Where keys are typed or choose: shortcuts keep away from it. Buttons, boxes and sliders take no characters. */
const typing =
  'input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select, [role=textbox], ' +
  '[contenteditable]:not([contenteditable=false])'

/**
 * Keys that act wherever the focus is, but where it types, or while a dialog is open. Where several know a key, what
 * came last is on top, and it alone acts. A key that acts is spent: nothing else acts on it.
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
