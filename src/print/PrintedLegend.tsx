import { useMessages } from '../i18n/I18nProvider.tsx'
import { eventTypes } from '../incidents/vocabulary.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'

/** What the signs of the map, the bars and the rows stand for. */
export function PrintedLegend() {
  const { app, map: words, vocabulary } = useMessages()
  return (
    <section className="printed__legend" aria-label={words.legend}>
      <ul className="printed__types">
        {eventTypes.map((type) => (
          <li key={type}>
            <TypeGlyph type={type} />
            <span>{vocabulary.type[type]}</span>
          </li>
        ))}
      </ul>
      <ul className="printed__reading">
        {app.reading.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
