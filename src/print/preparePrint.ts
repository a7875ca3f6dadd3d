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

/** A map as drawn for paper; `null`: this device draws none; `undefined`: there is nothing to show on one. */
export type PrintedPicture = HTMLCanvasElement | null | undefined

export type Prepared =
  | { kind: 'incident'; details: IncidentDetails; picture: PrintedPicture }
  | { kind: 'list'; answer: IncidentResult; rows: readonly IncidentSummary[]; picture: PrintedPicture }

export interface PrintQuestion {
  source: IncidentSource
  state: ViewState
  /** Where the results lie. */
  extent: Bounds | null
  language: Language
  drawMap: (picture: MapPicture, signal: AbortSignal) => Promise<HTMLCanvasElement | null>
}

/** CSS pixels of the maps, at a width at which their labels are legible on A4; and how close each comes by itself. */
const WIDE = 800
const VIEW = { height: 480, closest: 10 }
const LOCATOR = { height: 280, closest: 8 }

/**
 * Fetches and draws all that goes on paper: the open incident, or else the list with the map.
 * @param onProgress told how many rows have come, of how many that will
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

/** All that the map shows, also under panels; where it was not moved, all results. */
function frameOfView({ state: { view, screen }, extent }: PrintQuestion): MapFrame | null {
  const seen = view.camera ? (screen.map?.bounds ?? extent) : extent
  if (!seen) return null
  const closest = view.camera ? MAX_ZOOM : VIEW.closest
  return frameMap(seen, WIDE, VIEW.height, closest)
}

async function locatorOf(
  summary: IncidentSummary,
  question: PrintQuestion,
  signal: AbortSignal,
): Promise<PrintedPicture> {
  if (summary.geoPrecision === 'country') return undefined
  const [lng, lat] = summary.position
  const frame = frameMap(
    { west: lng, south: lat, east: lng, north: lat },
    WIDE,
    LOCATOR.height,
    LOCATOR.closest,
  )
  return pictureOf(frame, [], summary, question, signal)
}

/** A map that cannot be drawn leaves its place to a sentence: the rest is printed all the same. */
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
