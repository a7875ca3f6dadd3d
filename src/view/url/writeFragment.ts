import type { View } from '../view.ts'
import { urlKeys } from './urlKeys.ts'

/** Characters that a fragment may hold as they are, and that make it readable. */
const readable: Readonly<Record<string, string>> = { '%2C': ',', '%2F': '/', '%3A': ':', '%40': '@' }

/** The shortest text that says the view: keys sorted, defaults left out; '' for the default view. */
export function writeFragment(view: View): string {
  return Object.keys(urlKeys)
    .toSorted()
    .flatMap((key) => {
      const text = urlKeys[key]?.write(view)
      return text === undefined ? [] : [`${key}=${encode(text)}`]
    })
    .join('&')
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%(2C|2F|3A|40)/g, (code) => readable[code] ?? code)
}
