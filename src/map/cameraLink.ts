import { roundCamera, type Camera, type View } from '../view/view.ts'
import type { ViewState } from '../view/viewStore.ts'

/** What the map has to do so that it shows what the view says. */
export type CameraMove = 'stay' | 'fit' | 'jump'

/**
 * The view's camera was set by the map itself, by a link, or by Back: only what differs from what is shown moves it.
 * @param wanted the view's; null: whatever shows all results
 * @param shown what the map shows
 * @param wasFitted whether the map shows all results, and has not been moved since
 */
export function followCamera(wanted: Camera | null, shown: Camera, wasFitted: boolean): CameraMove {
  if (wanted === null) return wasFitted ? 'stay' : 'fit'
  return sameCamera(wanted, roundCamera(shown)) ? 'stay' : 'jump'
}

function sameCamera(a: Camera, b: Camera): boolean {
  return (
    a.zoom === b.zoom && a.lat === b.lat && a.lng === b.lng && a.bearing === b.bearing && a.pitch === b.pitch
  )
}

/**
 * Whether a change asks the map to show all results: a place was chosen, or, where the view shows all results anyway,
 * let go of. A link and Back say themselves where the camera is.
 */
export function asksForFrame(before: View, { view, history }: Pick<ViewState, 'view' | 'history'>): boolean {
  if (samePlaces(before, view)) return false
  if (view.camera === null) return true
  const known = before.filters.place.include
  return history !== 'none' && view.filters.place.include.some((id) => !known.includes(id))
}

/** Whether two views, or a view and what was asked, choose the same places. */
export function samePlaces(a: Pick<View, 'filters'>, b: Pick<View, 'filters'>): boolean {
  const [one, other] = [a.filters.place, b.filters.place]
  return one.include.join() === other.include.join() && one.exclude.join() === other.exclude.join()
}

/** The incident that a link opens at a camera of its own: the map stays there. null: none. */
export function keptByLink({ view, history }: Pick<ViewState, 'view' | 'history'>): string | null {
  return history === 'none' && view.camera !== null ? view.incident : null
}
