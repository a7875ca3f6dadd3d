import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import type { CasualtyCount } from '../incidents/incident.ts'
import { figureOf } from './figureOf.ts'

/** Writes a casualty figure as its claimant gives it, in the reader's language. */
export function useFigureText(): (count: CasualtyCount | undefined) => string {
  const words = useDetailTexts()
  const language = useLanguage()
  return (count) => {
    const figure = figureOf(count)
    switch (figure.kind) {
      case 'notReported':
        return words.notReported
      case 'word':
        return words.countWords[figure.word]
      case 'exactly':
        return formatNumber(language, figure.count)
      case 'between':
        return words.between(figure.min, figure.max)
      case 'atLeast':
        return words.atLeast(figure.min)
      case 'upTo':
        return words.upTo(figure.max)
    }
  }
}
