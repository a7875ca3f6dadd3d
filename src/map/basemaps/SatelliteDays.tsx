import { firstDay } from '../../basemaps/satelliteDays.ts'
import type { DailyMap } from '../../basemaps/basemap.ts'
import { isDivided, writeChoice, type BasemapChoice, type ShownDays } from '../../basemaps/basemapChoice.ts'
import { formatDay } from '../../i18n/formatDay.ts'
import { useLanguage } from '../../i18n/I18nProvider.tsx'
import { directionOf } from '../../i18n/pickText.ts'
import { useBasemapTexts } from '../../i18n/useBasemapTexts.ts'
import { LATEST_DAY, type Day } from '../../incidents/day.ts'
import { Button } from '../../ui/Button.tsx'
import { setBasemap } from '../../view/acts.ts'
import { useAct } from '../../view/useView.ts'
import type { DayReason } from './useShownDays.ts'

/** The days of the satellite picture, stepped day by day, and the switch between one day and two. */
export function SatelliteDays({
  map,
  choice,
  days,
  reason,
}: {
  map: DailyMap
  choice: BasemapChoice
  days: ShownDays
  reason: DayReason
}) {
  const words = useBasemapTexts()
  const act = useAct()
  const divided = isDivided(choice)
  const show = (shown: BasemapChoice['days']) =>
    act(setBasemap(writeChoice({ ...choice, days: shown }), 'replace'))
  const { day, after } = days
  return (
    // Time runs from left to right in every language, as on the timeline and on the divided map.
    <div className="satellite-days map-panel__note" role="group" aria-label={words.day} dir="ltr">
      <Step
        name={divided ? words.before : null}
        map={map}
        day={day}
        onStep={(next) => show({ day: next, after })}
      />
      {after !== null && (
        <Step name={words.after} map={map} day={after} onStep={(next) => show({ day, after: next })} />
      )}
      <div className="satellite-days__more">
        <p className="satellite-days__reason">{words.reasons[reason]}</p>
        {reason === 'chosen' && (
          <Button
            kind="quiet"
            aria-label={words.follow}
            title={words.follow}
            onClick={() => show(divided ? 'two' : 'one')}
          >
            <span aria-hidden="true">↺</span>
          </Button>
        )}
        <Button aria-pressed={divided} onClick={() => show(divided ? 'one' : 'two')}>
          {words.compare}
        </Button>
      </div>
    </div>
  )
}

/** A day, and buttons that lead to its neighbours. @param name of the part of a divided map */
function Step({
  name,
  map,
  day,
  onStep,
}: {
  name: string | null
  map: DailyMap
  day: Day
  onStep: (day: Day) => void
}) {
  const words = useBasemapTexts()
  const language = useLanguage()
  const labelled = (text: string) => (name === null ? text : `${name}: ${text}`)
  return (
    <div className="satellite-days__step">
      <Button
        aria-label={labelled(words.previousDay)}
        title={words.previousDay}
        disabled={day <= firstDay(map)}
        onClick={() => onStep(day - 1)}
      >
        <span aria-hidden="true">‹</span>
      </Button>
      <span className="satellite-days__day" dir={directionOf(language)} role="status">
        {name !== null && <span className="satellite-days__name">{name}</span>}
        <span>{formatDay(language, day)}</span>
      </span>
      <Button
        aria-label={labelled(words.nextDay)}
        title={words.nextDay}
        disabled={day >= LATEST_DAY}
        onClick={() => onStep(day + 1)}
      >
        <span aria-hidden="true">›</span>
      </Button>
    </div>
  )
}
