import { mercatorX, mercatorY } from '../../incidents/place.ts'
import { weapons } from '../../incidents/vocabulary.ts'
import { classOfPrecision, COUNTRY_ONLY, LATTICE } from '../../engine/table/positions.ts'
import { NOWHERE } from '../tables.ts'
import type { Batch, NumberedRecord } from './batchBuilder.ts'
import type { PlaceChain } from './placeChains.ts'
import type { RowBinary } from './rowBinary.ts'

/** What the indices of a batch are in the base, by index of the batch. */
export interface BaseIndices {
  actors: Uint32Array
  places: Uint32Array
  publishers: Uint32Array
  tags: Uint32Array
  /** By token of the batch. */
  terms: Uint32Array
  /** By index of the batch's place. */
  chains: readonly PlaceChain[]
}

/**
 * Writes the row of `keys`.
 * @param at row of the batch's columns
 * @param load number of the load
 */
export function writeKey(out: RowBinary, batch: Batch, at: number, load: number): void {
  const record = recordAt(batch, at)
  out.uint32(batch.keys[record] ?? 0)
  out.uint64(batch.rows[record] ?? 0)
  out.int32(batch.columns.dayFrom[at] ?? 0)
  out.uint32(load)
  out.endRow()
}

/** Writes the row of `records`. @param load number of the load */
export function writeRecord(out: RowBinary, { row, incident, urls }: NumberedRecord, load: number): void {
  out.uint64(row)
  out.uint32(load)
  out.text(incident.id)
  out.text(incident.title.en ?? '')
  out.text(incident.title.ar ?? '')
  out.text(incident.title.fr ?? '')
  out.texts(urls)
  out.text(JSON.stringify(incident))
  out.endRow()
}

const NOT_KNOWN = [weapons.indexOf('not-known')]

/**
 * Writes the row of `incidents`.
 * @param at row of the batch's columns
 * @param load number of the load
 */
export function writeIncident(
  out: RowBinary,
  batch: Batch,
  indices: BaseIndices,
  at: number,
  load: number,
): void {
  const { columns, tokens, urls } = batch
  const record = recordAt(batch, at)
  out.uint32(load)
  out.uint64(batch.rows[record] ?? 0)
  out.uint8(batch.tiers[record] ?? 0)
  out.int32(columns.day[at] ?? 0)
  out.uint16(columns.days[at] ?? 0)
  out.int32(columns.dayFrom[at] ?? 0)
  out.int32(columns.dayTo[at] ?? 0)
  out.uint8(columns.timePrecision[at] ?? 0)
  writePosition(out, batch, at)
  writePlace(out, indices, columns.place[at] ?? 0)
  out.uint8(columns.type[at] ?? 0)
  out.uint8(columns.subtype[at] ?? 0)
  out.uint8(columns.status[at] ?? 0)
  if (columns.weapons) out.uint8s(columns.weapons.ids, ...rangeAt(columns.weapons.offsets, at))
  else out.uint8s(NOT_KNOWN)
  out.uint32s(columns.actors.ids, ...rangeAt(columns.actors.offsets, at), indices.actors)
  out.uint32s(columns.publishers.ids, ...rangeAt(columns.publishers.offsets, at), indices.publishers)
  out.uint32s(columns.tags.ids, ...rangeAt(columns.tags.offsets, at), indices.tags)
  out.uint8(columns.deaths[at] ?? 0)
  out.int32(columns.fatalitiesMin[at] ?? -1)
  out.int32(columns.fatalitiesMax[at] ?? -1)
  out.uint16(columns.sources[at] ?? 0)
  out.uint32s(tokens.ids, ...rangeAt(tokens.offsets, record), indices.terms)
  out.uint32s(urls.ids, ...rangeAt(urls.offsets, record))
  out.endRow()
}

/** The record of a row of the batch's columns. */
export function recordAt({ order }: Batch, at: number): number {
  return order ? (order[at] ?? 0) : at
}

/** Columns x, y, lng, lat and geo_precision. */
function writePosition(out: RowBinary, { columns }: Batch, at: number): void {
  const [lng, lat, precision] = [
    columns.lng[at] ?? NaN,
    columns.lat[at] ?? NaN,
    columns.geoPrecision[at] ?? 0,
  ]
  const isDrawn = Number.isFinite(lng) && Number.isFinite(lat) && classOfPrecision(precision) !== COUNTRY_ONLY
  out.uint32(isDrawn ? Math.round(mercatorX(lng) * LATTICE) : NOWHERE)
  out.uint32(isDrawn ? Math.round(mercatorY(lat) * LATTICE) : NOWHERE)
  out.float32(lng)
  out.float32(lat)
  out.uint8(precision)
}

/** Columns place, places and country. */
function writePlace(out: RowBinary, { places, chains }: BaseIndices, place: number): void {
  const found = chains[place]
  if (!found) throw new RangeError(`no place ${place}`)
  out.uint32(places[place] ?? 0)
  out.uint32s(found.chain)
  out.uint32(found.country)
}

function rangeAt(offsets: Uint32Array, at: number): [start: number, end: number] {
  return [offsets[at] ?? 0, offsets[at + 1] ?? 0]
}
