import { useLanguage } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { useImportingTexts } from '../i18n/useImportingTexts.ts'

/** Writes a number of bytes in kilobytes or megabytes, in the reader's language. */
export function useSize(): (bytes: number) => string {
  const words = useImportingTexts()
  const language = useLanguage()
  return (bytes) =>
    bytes < 1_000_000
      ? words.kilobytes(formatNumber(language, Math.ceil(bytes / 1_000)))
      : words.megabytes(formatNumber(language, Math.round(bytes / 100_000) / 10))
}
