import { useCallback, useEffect, useRef } from 'react'
import { setDays } from '../view/acts.ts'
import { useViewStore } from '../view/useView.ts'
import { act } from '../view/viewStore.ts'
import { brushReducer, type BrushEvent, type Drag } from './brushReducer.ts'

/**
 * Holds the state of the brush, and applies what a drag changes to the view. Escape cancels a drag.
 * @returns sends an event to the brush
 */
export function useBrushDrag(): (event: BrushEvent) => void {
  const store = useViewStore()
  const drag = useRef<Drag | null>(null)
  const send = useCallback(
    (event: BrushEvent) => {
      const { drag: next, change } = brushReducer(drag.current, event)
      drag.current = next
      if (change) act(store, setDays(change.days, change.history))
    },
    [store],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current) return
      // Escape must not also close the panel on top.
      event.stopPropagation()
      send({ kind: 'cancel' })
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [send])
  return send
}
