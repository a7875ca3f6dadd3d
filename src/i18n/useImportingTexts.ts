import { keysOf } from '../incidents/fields.ts'
import { layerTags } from '../incidents/layerTags.ts'
import { languages, type Language } from '../incidents/vocabulary.ts'
import { importCodes as arCodes } from './ar/importCodes.ts'
import { importing as ar } from './ar/importing.ts'
import { importCodes as enCodes, type ImportCodeTexts } from './en/importCodes.ts'
import { importing as en, type ImportingTexts } from './en/importing.ts'
import { importCodes as frCodes } from './fr/importCodes.ts'
import { importing as fr } from './fr/importing.ts'
import { nameTags } from './tagNames.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, ImportingTexts & { codes: ImportCodeTexts }>> = {
  en: { ...en, codes: enCodes },
  ar: { ...ar, codes: arCodes },
  fr: { ...fr, codes: frCodes },
}

for (const language of languages) {
  const { tag, codes } = texts[language]
  nameTags(
    language,
    new Map([
      ...keysOf(codes.flag).map((code): [string, string] => [`check: ${code}`, tag.check(codes.flag[code])]),
      [layerTags.yours, tag.yours],
      [layerTags.published, tag.published],
    ]),
  )
}

/**
 * The texts of opening files of the user, in the reader's language. It holds every language: import it only from code
 * that is loaded after the first view.
 */
export function useImportingTexts(): ImportingTexts & { codes: ImportCodeTexts } {
  return texts[useLanguage()]
}
