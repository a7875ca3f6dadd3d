import { useMemo } from 'react'
import { useDescription } from '../answers/useResult.ts'
import { formatDays, formOfPrecision } from '../i18n/formatDay.ts'
import { useLanguage, useMessages } from '../i18n/I18nProvider.tsx'
import { localeOf } from '../i18n/plural.ts'
import { usePickText } from '../i18n/useText.ts'
import { useDetailTexts } from '../i18n/useDetailTexts.ts'
import { useRecordVocabulary } from '../i18n/useRecordVocabulary.ts'
import type { Incident } from '../incidents/incident.ts'
import { givenPosition } from '../incidents/place.ts'
import { placeChain, placeIndex } from '../incidents/placeChains.ts'
import { daysOfIncident } from '../incidents/precision.ts'
import type { IncidentSummary } from '../query/incidentResult.ts'
import { Button } from '../ui/Button.tsx'
import { moveCamera } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'
import { Coordinates } from './Coordinates.tsx'
import { Name } from '../ui/Name.tsx'
import './WhenAndWhere.css'

/** Zoom of the map at which a place is shown with its surroundings. */
const NEAR = 11

/** Date and place, each with its precision in words. */
export function WhenAndWhere({ incident, summary }: { incident: Incident; summary: IncidentSummary }) {
  const { common } = useMessages()
  const words = useDetailTexts()
  const labels = useRecordVocabulary()
  const act = useAct()
  const pick = usePickText()
  const { places } = useDescription().dictionaries
  const indexOf = useMemo(() => placeIndex(places), [places])
  const { precision } = incident.place
  const position = givenPosition(incident.place)
  const from = indexOf.get(incident.place.id)
  const chain = from === undefined ? [] : placeChain(places, indexOf, from)
  const names = chain.flatMap((at) => {
    const place = places[at]
    return place ? [{ id: place.id, name: pick(place.name) ?? common.placeNotNamed }] : []
  })
  return (
    <dl className="facts">
      <dt>{words.when}</dt>
      <dd>
        <strong>{useDateText(summary)}</strong>
        {incident.date.time && <span>{` ${words.localTime(incident.date.time)}`}</span>}
        <p className="facts__meaning">{labels.timeMeaning[incident.date.precision]}</p>
      </dd>
      <dt>{words.where}</dt>
      <dd>
        <strong>
          {names.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && <span>{words.placeSeparator}</span>}
              <Name of={name} />
            </span>
          ))}
        </strong>
        {/** What the other precisions mean is said of the mark on the map. */}
        <p className="facts__meaning">
          {position || precision === 'country' ? labels.precisionMeaning[precision] : words.noPosition}
        </p>
        {position && precision !== 'country' && (
          <p className="facts__place">
            <Coordinates position={position} />
            <Button
              kind="quiet"
              onClick={() =>
                act(moveCamera({ zoom: NEAR, lat: position[1], lng: position[0], bearing: 0, pitch: 0 }))
              }
            >
              {words.showOnMap}
            </Button>
          </p>
        )}
      </dd>
      <Weapons incident={incident} />
    </dl>
  )
}

/** The weapons that reports name; nothing where none names any. */
function Weapons({ incident: { weapons } }: { incident: Incident }) {
  const words = useDetailTexts()
  const { vocabulary } = useMessages()
  const language = useLanguage()
  if (!weapons) return null
  const list = new Intl.ListFormat(localeOf[language], { type: 'unit' })
  return (
    <>
      <dt>{words.weapons}</dt>
      <dd>
        <strong>{list.format(weapons.map((weapon) => vocabulary.weapon[weapon]))}</strong>
        <p className="facts__meaning">{words.weaponsMeaning}</p>
      </dd>
    </>
  )
}

/**
 * The days of an incident, no more exact than they are known: a week by its first and last day, a month by its
 * name.
 */
export function useDateText({ start, end, timePrecision }: IncidentSummary): string {
  const language = useLanguage()
  if (timePrecision === 'week') {
    const { from, to } = daysOfIncident(start, end, 'week')
    return formatDays(language, from, to, 'day')
  }
  return formatDays(language, start, end, formOfPrecision(timePrecision))
}
