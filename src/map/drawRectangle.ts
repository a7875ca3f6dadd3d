import type { Bounds } from '../incidents/place.ts'

interface Corner {
  lng: number
  lat: number
}

/** The map as far as drawing on it goes. */
export interface DrawingGround {
  element: HTMLElement
  cornerAt: (event: PointerEvent) => Corner
  preview: (area: Bounds | null) => void
}

/**
 * Lets the next drag draw a rectangle.
 * @param onDone told its bounds; null for a drag that was cancelled or went nowhere
 * @returns lets go without a rectangle
 */
export function drawRectangle(
  { element, cornerAt, preview }: DrawingGround,
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
    // What lies below stays open.
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
