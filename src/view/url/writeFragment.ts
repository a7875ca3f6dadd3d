import { OWN_FILES, type View } from '../view.ts'
import { needsAnEnd } from './repairFragment.ts'
import { contentKeys, urlKeys } from './urlKeys.ts'

/** Escape sequences that a fragment does not need, with the characters that are more readable. */
const readable: Readonly<Record<string, string>> = { '%2C': ',', '%2F': '/', '%3A': ':', '%40': '@' }

/**
 * Writes a view as a fragment without `#`: keys sorted, defaults left out; '' for the default view. Characters at which
 * programs end or change a link in running text are encoded, as is whatever `repairFragment` would take for damage, so
 * that reading the fragment gives the same view. A view of the user's own files is written without what comes from them.
 */
export function writeFragment(view: View): string {
  return write(view, view.data === OWN_FILES ? isNoContent : () => true)
}

/** The same with everything, also what comes from files of the user: for memory, never for an address. */
export function writeWholeFragment(view: View): string {
  return write(view, () => true)
}

const isNoContent = (key: string) => !contentKeys.has(key)

function write(view: View, isWritten: (key: string) => boolean): string {
  const fragment = Object.keys(urlKeys)
    .filter(isWritten)
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
      // Programs that find links in texts match brackets and quotation marks, and take asterisks for emphasis.
      .replace(/['()*]/g, escaped)
      // A percent sign of the text itself before a hex digit: encoding the digit too keeps it distinct from an escape
      // sequence that was encoded twice.
      .replace(/%25([\da-f])/gi, (_, digit: string) => `%25${escaped(digit)}`)
      // Browsers strip what follows `:~:` from the fragment that a page can read.
      .replaceAll(':~:', '%3A~:')
  )
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
