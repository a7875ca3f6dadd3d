import { isArea } from '../incidents/precision.ts'
import { eventTypes, type Language } from '../incidents/vocabulary.ts'
import { formatNumber } from '../i18n/plural.ts'
import type { MapMode } from '../query/incidentQuery.ts'
import { drawnPosition } from '../query/drawnPosition.ts'
import type { Cell, IncidentSummary } from '../query/incidentResult.ts'
import { drawCell } from './drawCell.ts'
import type { MapFrame } from './mapFrame.ts'
import type { MapHandlers } from './mapHandlers.ts'
import { MapView } from './MapView.ts'
import { areaFeatures } from './overlayFeatures.ts'
import { uncertaintyArea } from './uncertainty.ts'
import type { Bounds } from '../incidents/place.ts'
import './mapPicture.css'

/** Image pixels per CSS pixel: print has a higher resolution than a screen. */
const DENSITY = 2
/** Milliseconds to wait for the basemap; after that the picture is taken without the rest of it. */
const PATIENCE = 10_000

/** What a picture of the map shows. */
export interface MapPicture {
  frame: MapFrame
  language: Language
  mode: MapMode
  cells: readonly Cell[]
  /** The filtered area, drawn as an outline. */
  area: Bounds | null
  /** Drawn as a single shape at the centre of the frame, with the area in which it may have happened. */
  incident: IncidentSummary | null
}

/**
 * Draws a map of its own, apart from the page's, always in the light theme.
 * @returns `null` if the device cannot draw maps
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
      isFlat: false,
      embedded: null,
      pictureDensity: DENSITY,
    },
    { ...noHandlers, onRest: rest.give },
  )
  try {
    view.setCells(cells)
    view.setOverlay('area', areaFeatures(area))
    const position = incident && drawnPosition(incident)
    if (position) view.setOverlay('uncertainty', uncertaintyArea(position, incident.geoPrecision))
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
  onBasemap() {},
  onLost() {},
  onRestored() {},
}

/** Adds an element outside the visible page in which the map can be laid out. */
function roomFor({ width, height }: MapFrame): HTMLElement {
  const room = document.createElement('div')
  room.className = 'map-picture-room'
  room.setAttribute('aria-hidden', 'true')
  room.style.width = `${width}px`
  room.style.height = `${height}px`
  document.body.append(room)
  return room
}

/** A promise, and the function that resolves it. */
function newSignal(): { given: Promise<void>; give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give: () => give() }
}

/**
 * Waits until the map rests, for PATIENCE at most: a picture without all of its basemap is better than none.
 */
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

/** Copies all canvases of the map onto one, and draws the incident in the middle. */
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
