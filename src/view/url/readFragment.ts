import { noFilters } from '../../query/incidentQuery.ts'
import { defaultView, type View } from '../view.ts'
import type { FragmentProblem } from './field.ts'
import { urlKeys } from './urlKeys.ts'

/** Longest part that a notice repeats. */
const LONGEST_SHOWN = 60

/**
 * Any string whatever -> a view that can be shown, and what of the string was not understood.
 * @param fragment with or without the leading `#`
 */
export function readFragment(fragment: string): { view: View; problems: FragmentProblem[] } {
  const problems: FragmentProblem[] = []
  let view = defaultView
  for (const part of fragment.replace(/^#/, '').split('&')) {
    if (part === '') continue
    const [key, text] = splitPart(part)
    const complain = (reason: FragmentProblem['reason']) =>
      problems.push({ key: shorten(key), text: shorten(text ?? part), reason })
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

/** @returns the text is undefined where its percent-encoding is broken */
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

/** What no single key can see: the range of days must not run backwards. */
function settle(view: View, problems: FragmentProblem[]): { view: View; problems: FragmentProblem[] } {
  const { from, to } = view.filters.days
  if (from === null || to === null || from <= to) return { view, problems }
  problems.push({ key: 'from, to', text: '', reason: 'days-reversed' })
  return { view: { ...view, filters: { ...view.filters, days: noFilters.days } }, problems }
}
