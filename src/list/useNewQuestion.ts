import { useEffect } from 'react'
import { useLatest } from '../ui/useLatest.ts'
import type { ViewState } from '../view/viewStore.ts'
import { useViewStore } from '../view/useView.ts'

/**
 * What the list depends on. Compared by identity first, as most changes of the store, such as the camera's,
 * touch none of it.
 */
const questionOf = ({ view, screen }: ViewState) => [view.filters, screen.list.order, screen.selectedCell]

/**
 * Calls `onNew` when the list is to show other rows, or the same in another order, and so starts from its top.
 */
export function useNewQuestion(onNew: () => void): void {
  const store = useViewStore()
  const latest = useLatest(onNew)
  useEffect(() => {
    let asked = questionOf(store.getState())
    return store.subscribe((state) => {
      const next = questionOf(state)
      if (next.every((part, index) => part === asked[index])) return
      // Back and Forward bring equal filters as another object.
      const isSame = JSON.stringify(next) === JSON.stringify(asked)
      asked = next
      if (!isSame) latest.current()
    })
  }, [store, latest])
}
