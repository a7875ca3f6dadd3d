import { useDescription, useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import type { ListOrder } from '../query/incidentQuery.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { useScreen, useSetScreen, useView } from '../view/useView.ts'

const orders: readonly ListOrder[] = ['newest', 'oldest', 'deadliest']

/** The order of the list; and, where the map asked for one spot, which, with the way back. */
export function ListHead() {
  const { list: words } = useMessages()
  const setScreen = useSetScreen()
  const list = useScreen((screen) => screen.list)
  return (
    <div className="list-head">
      <SpotHead />
      <Select
        label={words.order}
        value={list.order}
        options={orders.map((order) => ({ value: order, text: words.orders[order] }))}
        onChange={(order) => setScreen({ list: { ...list, order, offset: 0 } })}
      />
    </div>
  )
}

function SpotHead() {
  const { list: words } = useMessages()
  const setScreen = useSetScreen()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const spot = useScreen((screen) => screen.spot)
  const total = useResult(({ result }) => result?.list.total)
  const isListShown = useView((view) => view.incident === null)
  const leave = () => setScreen({ spot: null })
  useShortcuts({ Escape: leave }, spot !== null && isListShown)
  if (!spot) return null
  const place = spot.place === null ? undefined : dictionaries.places[spot.place]
  const name = place && pick(place.name)
  const count = total ?? spot.count
  return (
    <div className="list-head__spot">
      <strong role="status">{name ? words.atSpot(count, name.text) : words.hereTogether(count)}</strong>
      <Button onClick={leave}>{words.wholeList}</Button>
    </div>
  )
}
