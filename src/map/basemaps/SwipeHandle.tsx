import { useEffect, useRef, useState } from 'react'
import { formatDay } from '../../i18n/formatDay.ts'
import { useLanguage } from '../../i18n/I18nProvider.tsx'
import { directionOf } from '../../i18n/pickText.ts'
import { localeOf } from '../../i18n/plural.ts'
import { useBasemapTexts } from '../../i18n/useBasemapTexts.ts'
import type { Day } from '../../incidents/day.ts'
import { followSize } from '../followSize.ts'
import type { Padding } from '../freeRoom.ts'
import type { MapView } from '../MapView.ts'
import { movedByKey } from './swipeKeys.ts'

/** Where the grip is between the panels above and below: high enough for the controls of the map to lie under it. */
const GRIP = 0.3

/**
 * The divider of a map that shows two days: a slider, moved by pointer or keyboard over the part of the map that no
 * panel covers. The earlier day is on the left in every language.
 */
export function SwipeHandle({
  view,
  padding: { left, right, top, bottom },
  before,
  after,
}: {
  view: MapView
  padding: Padding
  before: Day
  after: Day
}) {
  const words = useBasemapTexts()
  const language = useLanguage()
  const track = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState(0.5)
  useEffect(() => {
    const map = track.current
    if (!map) return
    const abort = new AbortController()
    const place = () => {
      const width = map.clientWidth
      view.setSwipe((left + share * (width - left - right)) / width)
    }
    place()
    followSize(map, place, abort.signal)
    return () => abort.abort()
  }, [view, share, left, right])
  const moveTo = (clientX: number) => {
    const box = track.current?.getBoundingClientRect()
    if (!box) return
    const to = (clientX - box.left - left) / (box.width - left - right)
    setShare(Math.max(0, Math.min(1, to)))
  }
  const [first, second] = [formatDay(language, before), formatDay(language, after)]
  const percent = new Intl.NumberFormat(localeOf[language], { style: 'percent' }).format(share)
  return (
    <div className="swipe" ref={track} dir="ltr">
      <div
        className="swipe__line"
        style={{ left: `calc(${left}px + (100% - ${left + right}px) * ${share})` }}
        role="slider"
        tabIndex={0}
        aria-label={words.divider}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={words.dividerAt(percent, first, second)}
        onKeyDown={(event) => {
          const to = movedByKey(share, event.key)
          if (to === undefined) return
          event.preventDefault()
          setShare(to)
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          moveTo(event.clientX)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event.clientX)
        }}
      >
        <span className="swipe__days" style={{ top }} aria-hidden="true">
          <span className="swipe__day" dir={directionOf(language)}>
            {first}
          </span>
          <span className="swipe__day" dir={directionOf(language)}>
            {second}
          </span>
        </span>
        <span
          className="swipe__grip"
          style={{ top: `calc(${top}px + (100% - ${top + bottom}px) * ${GRIP})` }}
          aria-hidden="true"
        >
          ↔
        </span>
      </div>
    </div>
  )
}
