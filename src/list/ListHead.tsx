import { useDescription, useResult } from '../answers/useResult.ts'
import { useMessages } from '../i18n/I18nProvider.tsx'
import { usePickText } from '../i18n/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { useScreen, useSetScreen, useView } from '../view/useView.ts'

/** If the map asked for the incidents of one cell: which, and a way back to the whole list. */
export function ListHead() {
  const { list: words } = useMessages()
  const setScreen = useSetScreen()
  const pick = usePickText()
  const { dictionaries } = useDescription()
  const selectedCell = useScreen((screen) => screen.selectedCell)
  const total = useResult(({ result }) => result?.list.total)
  const isListShown = useView((view) => view.incident === null)
  const leave = () => setScreen({ selectedCell: null })
  useShortcuts({ Escape: leave }, selectedCell !== null && isListShown)
  if (!selectedCell) return null
  const place = selectedCell.place === null ? undefined : dictionaries.places[selectedCell.place]
  const name = place && pick(place.name)
  const count = total ?? selectedCell.count
  return (
    <div className="list-head">
      <strong role="status">{name ? words.ofCell(count, name.text) : words.hereTogether(count)}</strong>
      <Button onClick={leave}>{words.wholeList}</Button>
    </div>
  )
}
