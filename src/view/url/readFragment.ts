import { noFilters } from '../../query/incidentQuery.ts'
import { defaultView, type View } from '../view.ts'
import type { FragmentProblem } from './keyReading.ts'
import { urlKeys } from './urlKeys.ts'

/** Longest text that a notice repeats, in UTF-16 code units. */
const LONGEST_SHOWN = 60

/**
 * Reads a view from a fragment. Never throws: every string gives a valid view.
 * @param fragment any string, with or without a leading `#`
 * @returns the view, and the parts of the fragment that were not understood
 */
export function readFragment(fragment: string): { view: View; problems: FragmentProblem[] } {
  const problems: FragmentProblem[] = []
  let view = defaultView
  for (const part of fragment.replace(/^#/, '').split('&')) {
    if (part === '') continue
    const [key, text] = splitPart(part)
    const complain = (reason: FragmentProblem['reason']) =>
      problems.push({ key: shorten(key), text: shorten(text ?? part.slice(part.indexOf('=') + 1)), reason })
    const field = Object.hasOwn(urlKeys, key) ? urlKeys[key] : undefined
    if (!field) complain('unknown-key')
    else if (text === undefined) complain('bad-encoding')
    else {
      const reading = field.read(text)
      if (reading.kind === 'invalid') complain(reading.reason)
      if (reading.value) view = reading.value(view)
    }
  }
  return settle(view, problems)
}

/** Splits `key=text` and percent-decodes both. @returns undefined as text where its encoding is broken */
function splitPart(part: string): [key: string, text: string | undefined] {
  const equals = part.indexOf('=')
  const rawKey = equals < 0 ? part : part.slice(0, equals)
  const rawText = equals < 0 ? '' : part.slice(equals + 1)
  return [decode(rawKey) ?? rawKey, decode(rawText)]
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

/** Checks what depends on several keys: a range of days whose ends are reversed is dropped and reported. */
function settle(view: View, problems: FragmentProblem[]): { view: View; problems: FragmentProblem[] } {
  const { from, to } = view.filters.days
  if (from === null || to === null || from <= to) return { view, problems }
  problems.push({ key: 'from, to', text: '', reason: 'days-reversed' })
  return { view: { ...view, filters: { ...view.filters, days: noFilters.days } }, problems }
}
