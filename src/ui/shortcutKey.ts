/** What a shortcut needs to know of a key press. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'getModifierState'
>

/** Where these characters are printed on a keyboard that types Latin letters and another script by turns. */
const latinOn: Readonly<Record<string, string>> = { Slash: '/', BracketLeft: '[', BracketRight: ']' }

/**
 * The key that a press means, by the character that arrives; null where it is part of another shortcut or of a text
 * that is being composed. AltGr, and Option on a Mac, spell characters: German layouts have their brackets there.
 * @param isMac whether Option spells characters
 */
export function shortcutKey(press: KeyPress, isMac: boolean): string | null {
  if (press.isComposing || press.metaKey) return null
  const isSpelt = press.key.length === 1 && (press.getModifierState('AltGraph') || (isMac && !press.ctrlKey))
  if (!isSpelt && (press.ctrlKey || press.altKey)) return null
  // Arabic layouts have a letter where the key cap shows the Latin layout's bracket as well.
  const isOtherScript = /^[^\0-\u036f]$/.test(press.key) && /^\p{L}$/u.test(press.key)
  return (isOtherScript ? latinOn[press.code] : undefined) ?? press.key
}
