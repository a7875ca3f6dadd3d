import { isArea } from '../incidents/precision.ts'
import { eventTypes, type Language } from '../incidents/vocabulary.ts'
import { formatNumber } from '../i18n/plural.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import type { Cell, IncidentSummary } from '../query/incidentResult.ts'
import { drawCell } from './drawCell.ts'
import type { MapFrame } from './mapFrame.ts'
import type { MapHandlers } from './mapHandlers.ts'
import { MapView } from './MapView.ts'
import { areaFeatures } from './overlayFeatures.ts'
import { uncertaintyArea } from './uncertainty.ts'
import type { Bounds } from '../incidents/place.ts'
import './mapPicture.css'

/** Pixels of a picture to a CSS pixel: paper shows more of them than a screen. */
const DENSITY = 2
/** Milliseconds after which a map that still waits for its ground is taken as it is. */
const PATIENCE = 10_000

export interface MapPicture {
  frame: MapFrame
  language: Language
  mode: MapMode
  cells: readonly Cell[]
  /** Outline of the area that is filtered by. */
  area: Bounds | null
  /** Drawn by its own sign in the middle of the frame, with the area in which it may have been. */
  incident: IncidentSummary | null
}

/**
 * Draws a map apart from the page's own: light, whatever the theme, and level.
 * @returns null where the device draws no maps
 * @throws the signal's reason when aborted
 */
export async function drawMapPicture(
  { frame, language, mode, cells, area, incident }: MapPicture,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  if (document.createElement('canvas').getContext('webgl2') === null) return null
  const room = roomFor(frame)
  const rest = newSignal()
  const view = new MapView(
    room,
    {
      theme: 'light',
      language,
      mode,
      camera: frame.camera,
      extent: null,
      padding: { top: 0, right: 0, bottom: 0, left: 0 },
      formatCount: (count) => formatNumber(language, count),
      reducedMotion: true,
      embedded: null,
      pictureDensity: DENSITY,
    },
    { ...noHandlers, onRest: rest.give },
  )
  try {
    view.setCells(cells)
    view.setOverlay('area', areaFeatures(area))
    if (incident) view.setOverlay('uncertainty', uncertaintyArea(incident.position, incident.geoPrecision))
    await withPatience(rest.given, signal)
    return copyOf(room, frame, incident)
  } finally {
    view.remove()
    room.remove()
  }
}

const noHandlers: MapHandlers = {
  onMove() {},
  onUserMoved() {},
  onHover() {},
  onClick() {},
  onDrawn() {},
  onGround() {},
  onLost() {},
  onRestored() {},
}

/** A place out of sight in which a map can be laid out. */
function roomFor({ width, height }: MapFrame): HTMLElement {
  const room = document.createElement('div')
  room.className = 'map-picture-room'
  room.setAttribute('aria-hidden', 'true')
  room.style.width = `${width}px`
  room.style.height = `${height}px`
  document.body.append(room)
  return room
}

function newSignal(): { given: Promise<void>; give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give: () => give() }
}

/** Waits for the map to rest, but not for ever: without its ground it is better than none. */
function withPatience(rest: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PATIENCE)
    const abort = () => reject(signal.reason as Error)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    void rest.then(resolve).finally(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    })
  })
}

/** The ground and what is drawn over it, as one picture. */
function copyOf(
  room: HTMLElement,
  { width, height }: MapFrame,
  incident: IncidentSummary | null,
): HTMLCanvasElement | null {
  const picture = document.createElement('canvas')
  picture.width = width * DENSITY
  picture.height = height * DENSITY
  const context = picture.getContext('2d')
  if (!context) return null
  for (const layer of room.querySelectorAll('canvas'))
    context.drawImage(layer, 0, 0, picture.width, picture.height)
  if (incident) {
    const { canvas } = drawCell(
      {
        kind: 'single',
        type: eventTypes.indexOf(incident.type),
        hollow: isArea(incident.geoPrecision),
        disputed: incident.status === 'disputed',
      },
      'light',
      DENSITY,
    )
    context.drawImage(canvas, (picture.width - canvas.width) / 2, (picture.height - canvas.height) / 2)
  }
  return picture
}
