import type { KeyboardEvent } from 'react'
import { useDescription, useResult } from '../answers/useResult.ts'
import { formatDays, formOfPrecision } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import { daysOfIncident, isArea } from '../incidents/precision.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import { TollLine } from '../ui/TollLine.tsx'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { setScreen } from '../view/viewStore.ts'
import { useScreen, useViewStore } from '../view/useView.ts'
import { IncidentTitle } from './IncidentTitle.tsx'

interface Props {
  /** Place in the whole list, from 0. */
  index: number
  total: number
  /** Outside the window: kept only because it has the focus. */
  isAway: boolean
  openId: string | null
  isTabStop: boolean
  onFocus: (index: number) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onOpen: (id: string) => void
}

/** One incident of the list; a quiet place where its row has not come yet, which keeps the focus when it does. */
export function IncidentRow({
  index,
  total,
  isAway,
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
  const isHovered = useScreen(({ hover }) => row !== undefined && hover === row.id)
  const point = (id: string | null) => {
    if (store.getState().screen.hover !== id) setScreen(store, { hover: id })
  }
  return (
    <li
      className={`incident-row${isAway ? ' incident-row--away' : ''}${byDay && !startsDay ? ' incident-row--same-day' : ''}`}
      aria-setsize={total}
      aria-posinset={index + 1}
    >
      <button
        type="button"
        data-row={index}
        className={`incident-row__button${isHovered ? ' incident-row__button--hovered' : ''}${row ? '' : ' incident-row__button--empty'}`}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={(row !== undefined && row.id === openId) || undefined}
        aria-disabled={row === undefined || undefined}
        aria-label={row ? undefined : words.loadingRow}
        onClick={() => row && onOpen(row.id)}
        onFocus={() => {
          onFocus(index)
          point(row?.id ?? null)
        }}
        onBlur={() => {
          onBlur()
          point(null)
        }}
        onKeyDown={onKeyDown}
        onPointerEnter={() => point(row?.id ?? null)}
        onPointerLeave={() => point(null)}
      >
        {row && <RowContent row={row} startsDay={startsDay} />}
      </button>
    </li>
  )
}

function RowContent({ row, startsDay }: { row: IncidentSummary; startsDay: boolean }) {
  const { common, vocabulary } = useMessages()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const place = dictionaries.places[row.place]
  const placeName = place && pick(place.name)
  return (
    <>
      {/* Spaces part what is read aloud; they are not drawn. */}
      <TypeGlyph type={row.type} hollow={isArea(row.geoPrecision)} />
      <span className="incident-row__line">
        <span className={`incident-row__date${startsDay ? ' incident-row__date--starts' : ''}`}>
          <RowDate row={row} />
        </span>{' '}
        {placeName && (
          <bdi className="incident-row__give" lang={placeName.language}>
            {placeName.text}
          </bdi>
        )}{' '}
        <span className="incident-row__sources">{common.sources(row.sources)}</span>
      </span>{' '}
      <IncidentTitle title={row.title} />{' '}
      <span className="incident-row__line">
        <span className="incident-row__give">{vocabulary.subtype[row.subtype]}</span>{' '}
        <TollLine of={row.deaths} />{' '}
        <span className={`status status--${row.status}`}>{vocabulary.status[row.status]}</span>
      </span>
    </>
  )
}

/** No more exactly than the date is known. */
function RowDate({ row: { start, end, timePrecision } }: { row: IncidentSummary }) {
  const { list: words } = useMessages()
  const language = useLanguage()
  if (timePrecision === 'week') {
    const { from, to } = daysOfIncident(start, end, 'week')
    return <>{words.week(formatDays(language, from, to, 'dayShort'))}</>
  }
  return <>{formatDays(language, start, end, formOfPrecision(timePrecision, true))}</>
}
