import { useEventTypes } from '../answers/useEventTypes.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { useAboutTexts } from '../i18n/useAboutTexts.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'

/** The meaning of the symbols on the map, in the bars and in the rows. */
export function PrintedLegend() {
  const { legend, vocabulary } = useMessages()
  const about = useAboutTexts()
  const types = useEventTypes()
  return (
    <section className="printed__legend" aria-label={legend.name}>
      <ul className="printed__types">
        {types.map((type) => (
          <li key={type}>
            <TypeGlyph type={type} />
            <span>{vocabulary.type[type]}</span>
          </li>
        ))}
      </ul>
      <ul className="printed__reading">
        {about.reading.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
