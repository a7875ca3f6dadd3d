/** The part of a keyboard event that shortcuts need. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'getModifierState'
>

/**
 * The characters at these positions of a keyboard (`KeyboardEvent.code`) that types Latin letters and another
 * script by turns.
 */
const latinOn: Readonly<Record<string, string>> = {
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  KeyF: 'f',
  KeyL: 'l',
  KeyT: 't',
}

/**
 * The key of a shortcut, by the character that is typed; `null` for another shortcut and for text that is being
 * composed. AltGr, and Option on a Mac, type characters: German layouts have their brackets there.
 * @param isMac whether Option types characters
 */
export function shortcutKey(press: KeyPress, isMac: boolean): string | null {
  if (press.isComposing || press.metaKey) return null
  const isSpelt = press.key.length === 1 && (press.getModifierState('AltGraph') || (isMac && !press.ctrlKey))
  if (!isSpelt && (press.ctrlKey || press.altKey)) return null
  // Arabic layouts type a letter where the key cap also shows the Latin layout's bracket.
  const isOtherScript = /^[^\0-\u036f]$/.test(press.key) && /^\p{L}$/u.test(press.key)
  return (isOtherScript ? latinOn[press.code] : undefined) ?? press.key
}
