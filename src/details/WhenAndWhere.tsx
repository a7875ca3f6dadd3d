import { useDescription } from '../answers/useResult.ts'
import { formatDays, formOfPrecision } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import type { Dictionaries } from '../incidents/columns.ts'
import type { Incident, Place } from '../incidents/incident.ts'
import { daysOfIncident } from '../incidents/precision.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import { Button } from '../ui/Button.tsx'
import { moveCamera } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { Coordinates } from './Coordinates.tsx'
import './WhenAndWhere.css'

/** Zoom at which a place is shown among its neighbours. */
const NEAR = 11

/** Date and place, each with how exactly it is known. */
export function WhenAndWhere({ incident, summary }: { incident: Incident; summary: IncidentSummary }) {
  const { details: words, vocabulary } = useMessages()
  const act = useAct()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const { lon, lat, precision } = incident.place
  const names = placeChain(dictionaries, incident.place.id).flatMap(({ id, name }) => {
    const picked = pick(name)
    return picked ? [{ id, ...picked }] : []
  })
  return (
    <dl className="facts">
      <dt>{words.when}</dt>
      <dd>
        <strong>{useDateText(summary)}</strong>
        {incident.date.time && <> {words.localTime(incident.date.time)}</>}
        <p className="facts__meaning">{vocabulary.timeMeaning[incident.date.precision]}</p>
      </dd>
      <dt>{words.where}</dt>
      <dd>
        <strong>
          {names.map(({ id, text, language: lang }, index) => (
            <span key={id}>
              {index > 0 && words.placeSeparator}
              <bdi lang={lang}>{text}</bdi>
            </span>
          ))}
        </strong>
        <p className="facts__meaning">{vocabulary.precisionMeaning[precision]}</p>
        {precision !== 'country' && (
          <p className="facts__place">
            <Coordinates place={incident.place} />
            <Button
              kind="quiet"
              onClick={() => act(moveCamera({ zoom: NEAR, lat, lng: lon, bearing: 0, pitch: 0 }))}
            >
              {words.showOnMap}
            </Button>
          </p>
        )}
      </dd>
    </dl>
  )
}

/** The days as exactly as they are known: a week by its first and last day, a month by its name. */
function useDateText({ start, end, timePrecision }: IncidentSummary): string {
  const language = useLanguage()
  if (timePrecision === 'week') {
    const { from, to } = daysOfIncident(start, end, 'week')
    return formatDays(language, from, to, 'day')
  }
  return formatDays(language, start, end, formOfPrecision(timePrecision))
}

function placeChain({ places }: Dictionaries, id: string): Place[] {
  const chain: Place[] = []
  let place = places.find((each) => each.id === id)
  while (place && !chain.includes(place)) {
    chain.push(place)
    const { parent } = place
    place = places.find((each) => each.id === parent)
  }
  return chain
}
