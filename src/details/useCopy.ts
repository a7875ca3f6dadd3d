import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useState } from 'react'

/**
 * Copies a text to the clipboard.
 * @param select called if the clipboard is not available: selects the text to be copied by hand
 * @returns `said`: the outcome in words, '' before the first attempt
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
