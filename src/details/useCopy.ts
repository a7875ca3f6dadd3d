import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useState } from 'react'

/**
 * Copying, and what is to be said of how it went.
 * @param select called where the clipboard is closed: selects the text to be copied by hand
 */
export function useCopy(text: string, select: () => void): { said: string; copy: () => void } {
  const words = useDetailTexts()
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      select()
      setSaid(words.copyFailed)
    }
  }
  return { said, copy: () => void copy() }
}
