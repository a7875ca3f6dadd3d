import type { Bounds } from '../incidents/place.ts'

interface Corner {
  lng: number
  lat: number
}

/** The part of the map that drawing on it needs. */
export interface DrawableMap {
  element: HTMLElement
  cornerAt: (event: PointerEvent) => Corner
  preview: (area: Bounds | null) => void
}

/**
 * Lets the next drag draw a rectangle on the map. Escape cancels it.
 * @param onDone receives the rectangle's bounds, or `null` if the drag was cancelled or had no extent
 * @returns stops listening without calling `onDone`
 */
export function drawRectangle(
  { element, cornerAt, preview }: DrawableMap,
  onDone: (area: Bounds | null) => void,
): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const end = (area: Bounds | null) => {
    abort.abort()
    onDone(area)
  }
  const onDown = (down: PointerEvent) => {
    down.preventDefault()
    element.setPointerCapture(down.pointerId)
    const from = cornerAt(down)
    const move = (event: PointerEvent) => preview(boundsOf(from, cornerAt(event)))
    element.addEventListener('pointermove', move, { signal })
    element.addEventListener('pointerup', (event) => end(boundsOf(from, cornerAt(event))), { signal })
    element.addEventListener('pointercancel', () => end(null), { signal })
  }
  element.addEventListener('pointerdown', onDown, { signal, once: true })
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // Escape must not also close the panel below.
    event.stopPropagation()
    end(null)
  }
  document.addEventListener('keydown', onKey, { signal, capture: true })
  return () => abort.abort()
}

function boundsOf(a: Corner, b: Corner): Bounds | null {
  if (a.lng === b.lng || a.lat === b.lat) return null
  return {
    west: Math.min(a.lng, b.lng),
    east: Math.max(a.lng, b.lng),
    south: Math.min(a.lat, b.lat),
    north: Math.max(a.lat, b.lat),
  }
}
