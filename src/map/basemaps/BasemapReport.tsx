import type { Basemap } from '../../basemaps/basemap.ts'
import { writeChoice, type BasemapChoice, type ShownDays } from '../../basemaps/basemapChoice.ts'
import { formatDay } from '../../i18n/formatDay.ts'
import { useLanguage } from '../../i18n/I18nProvider.tsx'
import { useBasemapTexts } from '../../i18n/useBasemapTexts.ts'
import { formatIsoDay, type Day } from '../../incidents/day.ts'
import { Button } from '../../ui/Button.tsx'
import { setBasemap } from '../../view/acts.ts'
import { useAct } from '../../view/useView.ts'
import { hostsAsked } from './consent.ts'
import { stepped } from './stepDays.ts'
import { useHealth } from './useHealth.ts'

/**
 * Says what a basemap lacks, and how to go on: a host that is slow or does not answer, or no picture.
 * @param days the days that a daily map shows, of which `day` is one; both `null` for other maps
 * @param isBroken whether the style of the basemap could not be had
 */
export function BasemapReport({
  basemap,
  choice,
  days,
  day,
  isBroken,
  onRetry,
}: {
  basemap: Basemap
  choice: BasemapChoice
  days: ShownDays | null
  day: Day | null
  isBroken: boolean
  onRetry: () => void
}) {
  const words = useBasemapTexts()
  const language = useLanguage()
  const act = useAct()
  const health = useHealth(day === null ? '' : `/${formatIsoDay(day)}/`)
  const state = isBroken ? 'failed' : health
  const host = hostsAsked(basemap)[0] ?? basemap.id
  const text = {
    asking: null,
    shown: null,
    slow: words.slow(host),
    failed: words.failed(host),
    missing: day === null ? words.missing : words.missingDay(formatDay(language, day)),
  }[state]
  const step = (by: number) => {
    if (days && day !== null)
      act(setBasemap(writeChoice({ ...choice, days: stepped(days, day, by) }), 'replace'))
  }
  return (
    <div role="status" className={text === null ? undefined : 'map-panel__note basemaps__report'}>
      {text !== null && <p>{text}</p>}
      {text !== null && (
        <div className="map-controls__buttons">
          {state === 'missing' && day !== null ? (
            <>
              <Button onClick={() => step(-1)}>{words.previousDay}</Button>
              <Button onClick={() => step(1)}>{words.nextDay}</Button>
            </>
          ) : (
            <Button onClick={onRetry}>{words.retry}</Button>
          )}
          <Button onClick={() => act(setBasemap(null))}>{words.builtIn}</Button>
        </div>
      )}
    </div>
  )
}
