import { useDescription, useResult } from '../answers/useResult.ts'
import { useTold } from '../counts/useTold.tsx'
import type { Tell } from '../i18n/plural.ts'
import { usePickText } from '../i18n/useText.ts'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import type { UndrawnCount } from '../query/incidentResult.ts'
import { Button } from '../ui/Button.tsx'
import { chooseOnly } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'

/** With more groups of one kind than this, one note sums them up. */
const MOST_NOTES = 2

/**
 * Notes that say how many results are not on the map: those known only to a country, which a click filters by, and those
 * without a position.
 */
export function Undrawn() {
  const undrawn = useResult(({ result }) => result?.undrawn) ?? []
  return (
    <>
      <CountryOnly groups={undrawn.filter(({ why }) => why === 'country-only')} />
      <NoPosition groups={undrawn.filter(({ why }) => why === 'no-position')} />
    </>
  )
}

function CountryOnly({ groups }: { groups: readonly UndrawnCount[] }) {
  const words = useMapTexts()
  const act = useAct()
  const countryName = useCountryName()
  const told = useTold()
  const note = (key: number, text: (tell: Tell) => string) => (
    <Button key={key} className="map-panel__note" onClick={() => act(chooseOnly('precision', 'country'))}>
      {told(text)}
    </Button>
  )
  if (groups.length > MOST_NOTES)
    return note(-1, (tell) => words.countriesOnly(tell(sumOf(groups)), groups.length))
  return groups.map(({ country, count }) =>
    note(country ?? -1, (tell) => words.countryOnly(tell(count), countryName(country))),
  )
}

function NoPosition({ groups }: { groups: readonly UndrawnCount[] }) {
  const words = useMapTexts()
  const countryName = useCountryName()
  const told = useTold()
  if (groups.length > MOST_NOTES)
    return <p className="map-panel__note">{told((tell) => words.noPosition(tell(sumOf(groups))))}</p>
  return groups.map(({ country, count }) => (
    <p key={country} className="map-panel__note">
      {told((tell) => words.noPositionIn(tell(count), countryName(country)))}
    </p>
  ))
}

function sumOf(groups: readonly UndrawnCount[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}

/** Names a country by its index among the places; null and a country without a name are not known. */
function useCountryName(): (country: number | null) => string {
  const words = useMapTexts()
  const pick = usePickText()
  const { places } = useDescription().dictionaries
  return (country) => {
    const place = country === null ? undefined : places[country]
    return (place && pick(place.name)?.text) ?? words.countryNotKnown
  }
}
