import { useDescription, useResult } from '../answers/useResult.ts'
import { usePickText } from '../i18n/useText.ts'
import { useMapTexts } from '../i18n/useMapTexts.ts'
import { Button } from '../ui/Button.tsx'
import { chooseOnly } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'

/** With more countries than this, one note sums them up. */
const MOST_NOTES = 2

/**
 * Buttons that say how many incidents are known only to a country, and so are not on the map. Each filters by
 * them.
 */
export function CountryOnly() {
  const words = useMapTexts()
  const act = useAct()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const countryOnly = useResult(({ result }) => result?.countryOnly) ?? []
  const note = (key: number, text: string) => (
    <Button key={key} className="map-panel__note" onClick={() => act(chooseOnly('precision', 'country'))}>
      {text}
    </Button>
  )
  if (countryOnly.length > MOST_NOTES) {
    const sum = countryOnly.reduce((total, { count }) => total + count, 0)
    return note(-1, words.countriesOnly(sum, countryOnly.length))
  }
  return countryOnly.map(({ place, count }) => {
    const country = dictionaries.places[place]
    const name = country && pick(country.name)
    return note(place, words.countryOnly(count, name?.text ?? ''))
  })
}
