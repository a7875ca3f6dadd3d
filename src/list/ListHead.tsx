import { useDescription, useResult } from '../answers/useResult.ts'
import { useTold } from '../counts/useTold.tsx'
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
  // The list of a partial answer is not that of the cell yet.
  const total = useResult(({ result, isPartial }) => (isPartial ? undefined : result?.list.total))
  const told = useTold()
  const isListShown = useView((view) => view.incident === null)
  const leave = () => setScreen({ selectedCell: null })
  useShortcuts({ Escape: leave }, selectedCell !== null && isListShown)
  if (!selectedCell) return null
  const place = selectedCell.place === null ? undefined : dictionaries.places[selectedCell.place]
  const name = place && pick(place.name)
  const count = total ?? selectedCell.count
  return (
    <div className="list-head">
      <strong role="status">
        {told((tell) => (name ? words.ofCell(tell(count), name.text) : words.hereTogether(tell(count))))}
      </strong>
      <Button onClick={leave}>{words.wholeList}</Button>
    </div>
  )
}
