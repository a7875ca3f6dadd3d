import type { ExpressionSpecification } from 'maplibre-gl'
import type { Language } from '../incidents/vocabulary.ts'
import { localeOf } from '../i18n/plural.ts'

/** Code (ISO 3166-1 alpha-2) and name of every region that the browser can name in the language. */
function namedRegions(language: Language): (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames([localeOf[language]], { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  return letters.flatMap((first) =>
    letters.flatMap((second): (readonly [string, string])[] => {
      const name = names.of(first + second)
      return name === undefined ? [] : [[first + second, name]]
    }),
  )
}

/**
 * A style expression: the name of a country in the language, by the `iso2` property of its label point; '' for
 * a code without a name.
 */
export function countryName(language: Language): ExpressionSpecification {
  return [
    'match',
    ['get', 'iso2'],
    ...namedRegions(language).flat(),
    '',
  ] as unknown as ExpressionSpecification
}
