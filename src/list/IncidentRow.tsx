import { useEffect, type KeyboardEvent } from 'react'
import { useStatesTypes } from '../answers/useEventTypes.ts'
import { useDescription, useResult } from '../answers/useResult.ts'
import { formatDays, formOfPrecision } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { kindText } from '../i18n/kindText.ts'
import { usePickText } from '../i18n/useText.ts'
import { daysOfIncident, isArea } from '../incidents/precision.ts'
import { NOT_STATED } from '../incidents/vocabulary.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import { TollLine } from '../ui/TollLine.tsx'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { InPlaceLink } from '../ui/InPlaceLink.tsx'
import { Name } from '../ui/Name.tsx'
import { Space } from '../ui/Space.tsx'
import { incidentAddress } from '../view/url/incidentAddress.ts'
import { setScreen } from '../view/viewStore.ts'
import { useScreen, useViewStore } from '../view/useView.ts'
import { IncidentTitle } from './IncidentTitle.tsx'

interface Props {
  /** Index in the whole list, from 0. */
  index: number
  total: number
  /** Outside the window: mounted only because it has the focus. */
  isAway: boolean
  /** Height of a row that has not loaded, in CSS pixels. */
  usualHeight: number
  openId: string | null
  isTabStop: boolean
  onFocus: (index: number) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onOpen: (id: string) => void
}

/**
 * One row of the list. A row that has not loaded is an empty link, which keeps the focus when the incident
 * arrives.
 */
export function IncidentRow({
  index,
  total,
  isAway,
  usualHeight,
  openId,
  isTabStop,
  onFocus,
  onBlur,
  onKeyDown,
  onOpen,
}: Props) {
  const { list: words } = useMessages()
  const store = useViewStore()
  const row = useResult(({ result }) => result?.list.rows[index - result.list.offset])
  const before = useResult(({ result }) => result?.list.rows[index - 1 - result.list.offset])
  const byDay = useScreen(({ list }) => list.order !== 'deadliest')
  const startsDay = byDay && row?.start !== before?.start
  const { isHovered, onHover } = useHover(row?.id)
  return (
    <li
      data-measured={row && !isAway ? index : undefined}
      style={row ? undefined : { blockSize: usualHeight }}
      className={`incident-row${isAway ? ' incident-row--away' : ''}${byDay && !startsDay ? ' incident-row--same-day' : ''}`}
      aria-setsize={total}
      aria-posinset={index + 1}
    >
      <InPlaceLink
        address={row && (() => incidentAddress(store.getState().view, row.id))}
        onShow={() => row && onOpen(row.id)}
        data-row={index}
        className={`incident-row__link${isHovered ? ' incident-row__link--hovered' : ''}${row ? '' : ' incident-row__link--empty'}`}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={(row !== undefined && row.id === openId) || undefined}
        aria-label={row ? undefined : words.loadingRow}
        onFocus={() => {
          onFocus(index)
          onHover(true)
        }}
        onBlur={() => {
          onBlur()
          onHover(false)
        }}
        onKeyDown={onKeyDown}
        onPointerEnter={() => onHover(true)}
        onPointerLeave={() => onHover(false)}
      >
        {row && <RowContent row={row} startsDay={startsDay} />}
      </InPlaceLink>
    </li>
  )
}

/**
 * Whether an incident is pointed at, in the list or on the map; `onHover` changes that.
 * @param id undefined for a row that has not loaded
 */
function useHover(id: string | undefined): { isHovered: boolean; onHover: (isOver: boolean) => void } {
  const store = useViewStore()
  const isHovered = useScreen(({ hover }) => id !== undefined && hover === id)
  const onHover = (isOver: boolean) => {
    const hover = isOver ? (id ?? null) : null
    if (store.getState().screen.hover !== hover) setScreen(store, { hover })
  }
  // A row that is removed from under the pointer receives no pointerleave event.
  useEffect(
    () => () => {
      if (id !== undefined && store.getState().screen.hover === id) setScreen(store, { hover: null })
    },
    [id, store],
  )
  return { isHovered, onHover }
}

function RowContent({ row, startsDay }: { row: IncidentSummary; startsDay: boolean }) {
  const messages = useMessages()
  const { common, vocabulary } = messages
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const statesTypes = useStatesTypes()
  const place = dictionaries.places[row.place]
  const placeName = place && pick(place.name)
  return (
    <>
      {/** Spaces separate the parts when they are read aloud or copied. */}
      <TypeGlyph type={row.type} hollow={isArea(row.geoPrecision)} />
      <span className="incident-row__line incident-row__line--first">
        <span className="incident-row__when">
          <span className={`incident-row__date${startsDay ? ' incident-row__date--starts' : ''}`}>
            {useDate(row)}
          </span>
          <Space />
          {placeName && <Name className="incident-row__give" of={placeName} />}
        </span>
        <Space />
        {row.isOwn && <span className="incident-row__own">{messages.list.yours}</span>}
        <span className="incident-row__sources">{common.sources(row.sources)}</span>
        <Space />
      </span>
      <IncidentTitle title={row.title} />
      <span className="incident-row__line incident-row__line--last">
        {(row.type !== NOT_STATED || statesTypes) && (
          <span className="incident-row__give">{kindText(row, messages)}</span>
        )}
        <Space />
        <TollLine of={row.deaths} />
        <Space />
        <span className={`status status--${row.status}`}>{vocabulary.status[row.status]}</span>
      </span>
    </>
  )
}

/** The date, no more exact than it is known. */
function useDate({ start, end, timePrecision }: IncidentSummary): string {
  const { list: words } = useMessages()
  const language = useLanguage()
  if (timePrecision === 'week') {
    const { from, to } = daysOfIncident(start, end, 'week')
    return words.week(formatDays(language, from, to, 'dayShort'))
  }
  return formatDays(language, start, end, formOfPrecision(timePrecision, true))
}
