import type { EstimateTexts } from '../i18n/en/estimates.ts'
import { formatNumber, type Counted } from '../i18n/plural.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { Exactness } from '../query/incidentResult.ts'
import { toldCount } from '../query/sampling.ts'

/** Isolates what is between them from a text that runs from right to left: U+2066 and U+2069. */
const [LTR, END] = ['\u2066', '\u2069']

/**
 * A count of an answer as it is written: the number; `≈ 12,300 ± 400`; or `< 6,400` where it is too rare in the sample.
 * @param count as the answer gives it, scaled up where it is sampled
 */
export function seenEstimate(count: number, exactness: Exactness, language: Language): Counted {
  return written(count, exactness, language, {
    about: (near, margin) => `${LTR}≈ ${near} ± ${margin}${END}`,
    under: (limit) => `${LTR}< ${limit}${END}`,
  })
}

/**
 * The label of a cell on the map: the number, `≈ 12,300`, or none where the cell is too rare in the sample.
 * @param exactness of the answer that the cell is of; undefined before the first
 */
export function cellLabel(count: number, exactness: Exactness | undefined, language: Language): string {
  const told = toldCount(count, exactness ?? { kind: 'exact' })
  switch (told.kind) {
    case 'exact':
      return formatNumber(language, told.count)
    case 'about':
      return `≈${formatNumber(language, rounded(told.count, told.margin).near)}`
    case 'under':
      return ''
  }
}

/** What `seenEstimate` writes in words, for screen readers, which read signs in many ways or not at all. */
export function spokenEstimate(
  count: number,
  exactness: Exactness,
  words: EstimateTexts,
  language: Language,
): Counted {
  return written(count, exactness, language, words)
}

function written(
  count: number,
  exactness: Exactness,
  language: Language,
  words: Pick<EstimateTexts, 'about' | 'under'>,
): Counted {
  const told = toldCount(count, exactness)
  const number = (n: number) => formatNumber(language, n)
  switch (told.kind) {
    case 'exact':
      return told.count
    case 'about': {
      const { near, margin } = rounded(told.count, told.margin)
      return { near, text: words.about(number(near), number(margin)) }
    }
    case 'under':
      return { near: told.limit, text: words.under(number(told.limit)) }
  }
}

/**
 * The interval with as many digits as it is exact to: both ends in units of the first digit of the margin. It contains
 * the given interval, so that it holds the true count at least as often.
 * @param margin at least 0
 */
export function rounded(count: number, margin: number): { near: number; margin: number } {
  const unit = margin < 1 ? 1 : 10 ** Math.floor(Math.log10(margin))
  const near = Math.round(count / unit) * unit
  return { near, margin: Math.ceil((margin + Math.abs(near - count)) / unit) * unit }
}
