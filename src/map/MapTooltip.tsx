import { useLayoutEffect, useRef } from 'react'
import { useDescription, useResult } from '../answers/useResult.ts'
import { useTold } from '../counts/useTold.tsx'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { formatNumber } from '../i18n/plural.ts'
import { usePickText } from '../i18n/useText.ts'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import { useRecordVocabulary } from '../i18n/useRecordVocabulary.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import type { Cell } from '../query/incidentResult.ts'
import { TollLine } from '../ui/TollLine.tsx'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import type { Padding } from './freeRoom.ts'
import { sharesPosition } from './sharesPosition.ts'
import { tooltipPosition } from './tooltipPosition.ts'
import type { Pointed } from './useMapView.ts'
import { Name } from '../ui/Name.tsx'

/** Describes the cell under the pointer. Hidden from screen readers: the list has the same incidents. */
export function MapTooltip({
  pointed,
  padding,
  opensList,
}: {
  pointed: Pointed
  padding: Padding
  opensList: boolean
}) {
  const { common } = useMessages()
  const words = useMapTexts()
  const labels = useRecordVocabulary()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const { cell } = pointed
  const told = useTold()
  const row = useResult(({ result }) => result?.list.rows.find(({ id }) => id === cell.incident?.id))
  const holdsOpen = useResult(({ result }) => result?.cells?.[result.drawnIn.open ?? -1]?.key === cell.key)
  const place = cell.place === undefined ? undefined : dictionaries.places[cell.place]
  const placeName = place && pick(place.name)
  const title = row?.title && pick(row.title)
  return (
    <div className="map-tooltip" aria-hidden="true" ref={useTooltipPosition(pointed, padding)}>
      {title && (
        <p className="map-tooltip__title" lang={title.language} dir={title.direction}>
          {title.text}
        </p>
      )}
      {cell.count > 1 && (
        <p className="map-tooltip__title">{told((tell) => common.incidents(tell(cell.count)))}</p>
      )}
      {cell.count > 1 && holdsOpen && <p>{words.holdsOpen}</p>}
      {placeName && (
        <p>
          <Name of={placeName} />
        </p>
      )}
      <TypeCounts cell={cell} />
      {row && (
        <p>
          <TollLine of={row.deaths} />
        </p>
      )}
      {cell.incident && (
        <p className="map-tooltip__small">{labels.precisionMeaning[cell.incident.precision]}</p>
      )}
      {cell.count > 1 && (
        <p className="map-tooltip__small">
          {opensList || sharesPosition(cell) ? words.openList : words.zoomInto}
        </p>
      )}
    </div>
  )
}

/** The event types of a cell; with their counts, if it holds several incidents. */
function TypeCounts({ cell: { count, byType } }: { cell: Cell }) {
  const { vocabulary } = useMessages()
  const language = useLanguage()
  const told = useTold()
  return (
    <ul>
      {eventTypes.map((type, index) => {
        const ofType = byType[index]
        return ofType ? (
          <li key={type}>
            <TypeGlyph type={type} size={12} />
            <span>
              {count > 1
                ? told((tell) => `${vocabulary.type[type]} · ${formatNumber(language, tell(ofType))}`)
                : vocabulary.type[type]}
            </span>
          </li>
        ) : null
      })}
    </ul>
  )
}

/** Moves the tooltip to where it fits. Runs after each render, as the size depends on the text. */
function useTooltipPosition({ cell, x, y }: Pointed, padding: Padding) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const tooltip = ref.current
    const map = tooltip?.parentElement
    if (!tooltip || !map) return
    const position = tooltipPosition(
      { x, y, radius: cell.radius },
      { width: tooltip.offsetWidth, height: tooltip.offsetHeight },
      { width: map.clientWidth, height: map.clientHeight },
      padding,
    )
    tooltip.style.left = `${position.x}px`
    tooltip.style.top = `${position.y}px`
  })
  return ref
}
