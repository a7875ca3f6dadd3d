import { useDescription } from '../answers/useResult.ts'
import { Text } from '../details/Text.tsx'
import { useDateText } from '../details/WhenAndWhere.tsx'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { kindTexts } from '../i18n/kindTexts.ts'
import { usePickText } from '../i18n/useText.ts'
import { useRecordVocabulary } from '../i18n/useRecordVocabulary.ts'
import { isArea } from '../incidents/precision.ts'
import { NOT_STATED } from '../incidents/vocabulary.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import { TollLine } from '../ui/TollLine.tsx'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'

/** One incident, with everything in words that the list on the screen shows when pointed at. */
export function PrintedRow({ row }: { row: IncidentSummary }) {
  const messages = useMessages()
  const { common, list: words, vocabulary } = messages
  const labels = useRecordVocabulary()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const place = dictionaries.places[row.place]
  const placeName = place && pick(place.name)
  const date = useDateText(row)
  const title = row.title && pick(row.title) ? row.title : undefined
  return (
    <li className="printed__row">
      <TypeGlyph type={row.type} hollow={isArea(row.geoPrecision)} />
      <div>
        <p className="printed__line">
          <strong>{date}</strong>
          {row.timePrecision !== 'day' && <span>{labels.timeMeaning[row.timePrecision]}</span>}
          {placeName && <bdi lang={placeName.language}>{placeName.text}</bdi>}
          {row.geoPrecision !== NOT_STATED && <span>{vocabulary.precision[row.geoPrecision]}</span>}
        </p>
        <p className="printed__title">
          {title ? (
            <Text of={title} as="span" />
          ) : (
            <span>{row.title ? common.noTitle : words.titlePending}</span>
          )}
        </p>
        <p className="printed__line">
          {kindTexts(row, messages).map((text) => (
            <span key={text}>{text}</span>
          ))}
          <TollLine of={row.deaths} />
          <span className={`status status--${row.status}`}>{vocabulary.status[row.status]}</span>
          <span>{common.sources(row.sources)}</span>
        </p>
      </div>
    </li>
  )
}
