import { useEffect } from 'react'
import { useLatest } from '../ui/useLatest.ts'
import type { ViewState } from '../view/viewStore.ts'
import { useViewStore } from '../view/useView.ts'

/** Cheap to compare: most changes of the store, such as the camera's, touch none of them. */
const questionOf = ({ view, screen }: ViewState) => [view.filters, screen.list.order, screen.selectedCell]

/** Calls when other rows are asked for, or the same in another order: the list begins at its top again. */
export function useNewQuestion(onNew: () => void): void {
  const store = useViewStore()
  const latest = useLatest(onNew)
  useEffect(() => {
    let asked = questionOf(store.getState())
    return store.subscribe((state) => {
      const next = questionOf(state)
      if (next.every((part, index) => part === asked[index])) return
      // The history brings back equal filters as another object.
      const isSame = JSON.stringify(next) === JSON.stringify(asked)
      asked = next
      if (!isSame) latest.current()
    })
  }, [store, latest])
}
