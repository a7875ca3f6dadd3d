import { useDescription, useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import { Button } from '../ui/Button.tsx'
import { chooseOnly } from '../view/acts.ts'
import { useAct } from '../view/useView.ts'

/** What has no place on the map is not drawn as a point: it is offered here. */
export function CountryOnly() {
  const { map: words } = useMessages()
  const act = useAct()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const countryOnly = useResult(({ result }) => result?.countryOnly)
  return countryOnly?.map(({ place, count }) => {
    const country = dictionaries.places[place]
    const name = country && pick(country.name)
    return (
      <Button key={place} className="map-panel__note" onClick={() => act(chooseOnly('precision', 'country'))}>
        {words.countryOnly(count, name?.text ?? '')}
      </Button>
    )
  })
}
