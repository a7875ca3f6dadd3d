import { drawnPosition } from '../query/drawnPosition.ts'
import type { Bounds } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { frameMap, type MapFrame } from '../map/mapFrame.ts'
import type { MapPicture } from '../map/mapPicture.ts'
import type { IncidentResult, IncidentSummary } from '../query/incidentResult.ts'
import type { IncidentDetails, IncidentSource } from '../query/incidentSource.ts'
import { toQuery } from '../view/toQuery.ts'
import { MAX_ZOOM } from '../view/view.ts'
import type { ViewState } from '../view/viewStore.ts'
import { collectRows } from './collectRows.ts'
import { textsReady } from './textsReady.ts'

/** A map drawn for paper. `null`: the device cannot draw maps. `undefined`: there is nothing to show on one. */
export type PrintedPicture = HTMLCanvasElement | null | undefined

/** Everything that goes on paper. */
export type Prepared =
  | { kind: 'incident'; details: IncidentDetails; picture: PrintedPicture }
  | { kind: 'list'; answer: IncidentResult; rows: readonly IncidentSummary[]; picture: PrintedPicture }

/** What to print: the view, and what it is answered from. */
export interface PrintQuestion {
  source: IncidentSource
  state: ViewState
  /** Bounds of the results; `null` if none has a position. */
  extent: Bounds | null
  language: Language
  drawMap: (picture: MapPicture, signal: AbortSignal) => Promise<HTMLCanvasElement | null>
}

/**
 * Sizes of the maps in CSS pixels, at a width at which their labels are legible on A4, and the highest zoom of
 * each.
 */
const WIDE = 800
const VIEW = { height: 480, closest: 10 }
const LOCATOR = { height: 280, closest: 8 }

/**
 * Fetches and draws everything that goes on paper: the open incident, or else the list with the map.
 * @param onProgress receives how many rows have arrived, and how many will
 * @throws SourceError, or the signal's reason when aborted
 */
export async function preparePrint(
  question: PrintQuestion,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Prepared> {
  const { source, state } = question
  const details = state.view.incident === null ? undefined : await source.incident(state.view.incident)
  signal.throwIfAborted()
  if (details)
    return { kind: 'incident', details, picture: await locatorOf(details.summary, question, signal) }
  await textsReady(source, signal)
  const frame = frameOfView(question)
  const query = toQuery(state.view, state.screen)
  const { answer, rows } = await collectRows(
    source,
    { ...query, map: frame && { bounds: frame.bounds, zoom: frame.camera.zoom, mode: state.view.show } },
    signal,
    onProgress,
  )
  const picture = frame && (await pictureOf(frame, answer.cells ?? [], null, question, signal))
  return { kind: 'list', answer, rows, picture }
}

/**
 * The map to print: what is on the screen's map, also under panels; or all results, if the map was not moved.
 * `null` if there is nothing to show.
 */
function frameOfView({ state: { view, screen }, extent }: PrintQuestion): MapFrame | null {
  const seen = view.camera ? (screen.map?.bounds ?? extent) : extent
  if (!seen) return null
  const closest = view.camera ? MAX_ZOOM : VIEW.closest
  return frameMap(seen, WIDE, VIEW.height, closest)
}

/** A map of the surroundings of one incident. */
async function locatorOf(
  summary: IncidentSummary,
  question: PrintQuestion,
  signal: AbortSignal,
): Promise<PrintedPicture> {
  const position = drawnPosition(summary)
  if (!position) return undefined
  const [lng, lat] = position
  const frame = frameMap(
    { west: lng, south: lat, east: lng, north: lat },
    WIDE,
    LOCATOR.height,
    LOCATOR.closest,
  )
  return pictureOf(frame, [], summary, question, signal)
}

/** Draws a map. Failing that it is `null`, and a sentence is printed in its place. */
async function pictureOf(
  frame: MapFrame,
  cells: MapPicture['cells'],
  incident: IncidentSummary | null,
  { state: { view }, language, drawMap }: PrintQuestion,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  const area = incident ? null : view.filters.area
  const mode = incident ? 'cells' : view.show
  try {
    return await drawMap({ frame, language, mode, cells, area, incident }, signal)
  } catch {
    signal.throwIfAborted()
    return null
  }
}
