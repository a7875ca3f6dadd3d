import { useDescription, useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import type { Pointed } from './useMapView.ts'
import { Name } from '../ui/Name.tsx'

/** What the mark under the pointer is. For the eye: the list tells the same to screen readers. */
export function MapTooltip({ pointed: { cell, x, y } }: { pointed: Pointed }) {
  const { map: words, common, vocabulary } = useMessages()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const row = useResult(({ result }) => result?.list.rows.find(({ id }) => id === cell.incident?.id))
  const place = cell.place === undefined ? undefined : dictionaries.places[cell.place]
  const placeName = place && pick(place.name)
  const title = row && pick(row.title)
  const { west, east, south, north } = cell.bounds
  return (
    <div className="map-tooltip" aria-hidden="true" style={{ left: x, top: y }}>
      {title && (
        <p className="map-tooltip__title" lang={title.language} dir={title.direction}>
          {title.text}
        </p>
      )}
      {cell.count > 1 && <p className="map-tooltip__title">{common.incidents(cell.count)}</p>}
      {placeName && (
        <p>
          <Name of={placeName} />
        </p>
      )}
      <ul>
        {eventTypes.map((type, index) =>
          cell.byType[index] ? (
            <li key={type}>
              <TypeGlyph type={type} size={12} />
              <span>{vocabulary.type[type] + (cell.count > 1 ? ` · ${cell.byType[index]}` : '')}</span>
            </li>
          ) : null,
        )}
      </ul>
      {cell.incident && (
        <p className="map-tooltip__small">{vocabulary.precisionMeaning[cell.incident.precision]}</p>
      )}
      {cell.count > 1 && (
        <p className="map-tooltip__small">
          {west === east && south === north ? words.openList : words.zoomInto}
        </p>
      )}
    </div>
  )
}
