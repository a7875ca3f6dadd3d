import { roundCamera, type Camera } from '../view/view.ts'

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
