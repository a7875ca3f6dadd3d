import type { View } from '../view.ts'
import { needsAnEnd } from './repairFragment.ts'
import { urlKeys } from './urlKeys.ts'

/** Characters that a fragment may hold as they are, and that make it readable. */
const readable: Readonly<Record<string, string>> = { '%2C': ',', '%2F': '/', '%3A': ':', '%40': '@' }

/**
 * The shortest text that says the view, and that programs leave whole which find links in a text: keys sorted,
 * defaults left out; '' for the default view. What `repairFragment` would take for damage is written otherwise.
 */
export function writeFragment(view: View): string {
  const fragment = Object.keys(urlKeys)
    .toSorted()
    .flatMap((key) => {
      const text = urlKeys[key]?.write(view)
      return text === undefined ? [] : [`${key}=${encode(text)}`]
    })
    .join('&')
    .replace(/[.,:!]$/, escaped)
  return needsAnEnd(fragment) ? `${fragment}&` : fragment
}

function encode(text: string): string {
  return (
    encodeURIComponent(text.toWellFormed())
      .replace(/%(2C|2F|3A|40)/g, (code) => readable[code] ?? code)
      // Programs that look for the end of a link count brackets, and take it for emphasis.
      .replace(/['()*]/g, escaped)
      // A percent sign of the text itself, told apart from one that was encoded over again.
      .replace(/%25([\da-f])/gi, (_, digit: string) => `%25${escaped(digit)}`)
      // Browsers keep what follows to themselves.
      .replaceAll(':~:', '%3A~:')
  )
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
