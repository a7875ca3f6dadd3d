import { roundCamera, type Camera, type View } from '../view/view.ts'
import type { ViewState } from '../view/viewStore.ts'

/** What the map has to do to show the view's camera. */
export type CameraMove = 'stay' | 'fit' | 'jump'

/**
 * Compares the view's camera with the map's. The map moves only if they differ: a camera that the map itself
 * wrote into the view moves nothing, one from a link or from Back does.
 * @param wanted the view's camera; `null` for one that shows all results
 * @param shown the map's camera
 * @param wasFitted whether the map shows all results and has not been moved since
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
 * Whether a change of the filters moves the map to show all results: it does if a place was added, if the places changed
 * while the view follows the results, or if the same act let the map show all results. A change by a link or by Back
 * brings its own camera.
 */
export function asksForFrame(before: View, { view, history }: Pick<ViewState, 'view' | 'history'>): boolean {
  if (sameFilters(before, view)) return false
  if (view.camera === null && before.camera !== null) return true
  if (samePlaces(before, view)) return false
  if (view.camera === null) return true
  const known = before.filters.place.include
  return history !== 'none' && view.filters.place.include.some((id) => !known.includes(id))
}

/** Whether two views, or a view and a query, have the same filters. */
export function sameFilters(a: Pick<View, 'filters'>, b: Pick<View, 'filters'>): boolean {
  return a.filters === b.filters || JSON.stringify(a.filters) === JSON.stringify(b.filters)
}

function samePlaces(a: Pick<View, 'filters'>, b: Pick<View, 'filters'>): boolean {
  const [one, other] = [a.filters.place, b.filters.place]
  return one.include.join() === other.include.join() && one.exclude.join() === other.exclude.join()
}

/**
 * The incident opened by a link that also names a camera: the map stays at that camera. `null` for any other
 * view.
 */
export function keptByLink({ view, history }: Pick<ViewState, 'view' | 'history'>): string | null {
  return history === 'none' && view.camera !== null ? view.incident : null
}
