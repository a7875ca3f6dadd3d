import { memo } from 'react'
import { useDescription, useResult } from '../answers/useResult.ts'
import { formatDays, formOfPrecision } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import { isArea } from '../incidents/precision.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import { TypeGlyph } from '../ui/TypeGlyph.tsx'
import { setScreen } from '../view/viewStore.ts'
import { useScreen, useViewStore } from '../view/useView.ts'
import { FatalitiesText } from './FatalitiesText.tsx'
import { IncidentTitle } from './IncidentTitle.tsx'

interface Props {
  /** Place in the whole list, from 0. */
  index: number
  total: number
  openId: string | null
  isTabStop: boolean
  onFocus: () => void
  onOpen: (id: string) => void
}

/** One incident of the list; a quiet place where its row has not come yet. */
export const IncidentRow = memo(function IncidentRow({
  index,
  total,
  openId,
  isTabStop,
  onFocus,
  onOpen,
}: Props) {
  const { list: words } = useMessages()
  const row = useResult(({ result }) => result?.list.rows[index - result.list.offset])
  const dayBefore = useResult(({ result }) => result?.list.rows[index - 1 - result.list.offset]?.start)
  const position = { 'aria-setsize': total, 'aria-posinset': index + 1 }
  if (!row)
    return <li className="incident-row incident-row--empty" {...position} aria-label={words.loadingRow} />
  return (
    <li className="incident-row" {...position}>
      <RowButton
        row={row}
        index={index}
        startsDay={row.start !== dayBefore}
        isOpen={row.id === openId}
        isTabStop={isTabStop}
        onFocus={onFocus}
        onOpen={onOpen}
      />
    </li>
  )
})

function RowButton({
  row,
  index,
  startsDay,
  isOpen,
  isTabStop,
  onFocus,
  onOpen,
}: Pick<Props, 'index' | 'isTabStop' | 'onFocus' | 'onOpen'> & {
  row: IncidentSummary
  startsDay: boolean
  isOpen: boolean
}) {
  const { common, vocabulary } = useMessages()
  const language = useLanguage()
  const pick = usePickText()
  const store = useViewStore()
  const { dictionaries } = useDescription()
  const isHovered = useScreen((screen) => screen.hover === row.id)
  const place = dictionaries.places[row.place]
  const placeName = place && pick(place.name)
  const point = (id: string | null) => {
    if (store.getState().screen.hover !== id) setScreen(store, { hover: id })
  }
  return (
    <button
      type="button"
      data-row={index}
      className={`incident-row__button${isHovered ? ' incident-row__button--hovered' : ''}${startsDay ? ' incident-row__button--day' : ''}`}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isOpen || undefined}
      onClick={() => onOpen(row.id)}
      onFocus={() => {
        onFocus()
        point(row.id)
      }}
      onBlur={() => point(null)}
      onPointerEnter={() => point(row.id)}
      onPointerLeave={() => point(null)}
    >
      <span className="incident-row__date">
        {formatDays(language, row.start, row.end, formOfPrecision(row.timePrecision, true))}
        {row.timePrecision === 'week' && <> · {vocabulary.timeMeaning.week}</>}
      </span>
      <span className="incident-row__title">
        <TypeGlyph type={row.type} hollow={isArea(row.geoPrecision)} />
        <IncidentTitle title={row.title} />
      </span>
      <span className="incident-row__facts">
        <span>{vocabulary.subtype[row.subtype]}</span>
        {placeName && <bdi lang={placeName.language}>{placeName.text}</bdi>}
        <FatalitiesText of={row.fatalities} />
        <span className={`status status--${row.status}`}>{vocabulary.status[row.status]}</span>
        <span>{common.sources(row.sources)}</span>
      </span>
    </button>
  )
}
