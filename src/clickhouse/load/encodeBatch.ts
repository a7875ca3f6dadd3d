import { textAt } from '../../incidents/columns.ts'
import { mercatorX, mercatorY } from '../../incidents/place.ts'
import { weapons } from '../../incidents/vocabulary.ts'
import { classOfPrecision, COUNTRY_ONLY, LATTICE } from '../../engine/table/positions.ts'
import { keyOf } from '../keyOf.ts'
import { NOWHERE } from '../tables.ts'
import { linesOf, type BatchColumns } from './batchColumns.ts'
import type { PlaceChain } from './placeChains.ts'
import { RowBinary } from './rowBinary.ts'

/** The tables that have one row for each incident. */
export const rowTables = ['incidents', 'keys', 'records'] as const
export type RowTable = (typeof rowTables)[number]

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

/** Chooses rows to be written. @param at position in the batch's columns */
export type IsWanted = (row: number, at: number) => boolean

/** The rows of one table, in RowBinary. @param load number of the load */
export function encodeTable(
  table: RowTable,
  batch: BatchColumns,
  indices: BaseIndices,
  load: number,
  isWanted: IsWanted,
): Uint8Array {
  const out = new RowBinary()
  const write = { incidents: writeIncident, keys: writeKey, records: writeRecord }[table]
  for (const [at, { row }] of batch.records.entries())
    if (isWanted(row, at)) {
      write(out, batch, at, load, indices)
      out.endRow()
    }
  return out.taken()
}

const NOT_KNOWN = [weapons.indexOf('not-known')]

function writeIncident(
  out: RowBinary,
  batch: BatchColumns,
  at: number,
  load: number,
  indices: BaseIndices,
): void {
  const { columns, tokens, urls } = batch
  const { row, incident } = recordAt(batch, at)
  out.uint32(load)
  out.uint64(row)
  out.uint32(keyOf(incident.id).hash)
  out.int32(columns.day[at] ?? 0)
  out.uint16(columns.days[at] ?? 0)
  out.int32(columns.dayFrom[at] ?? 0)
  out.int32(columns.dayTo[at] ?? 0)
  out.uint8(columns.timePrecision[at] ?? 0)
  writePosition(out, batch, at)
  const place = columns.place[at] ?? 0
  const { chain, country } = chainAt(indices, place)
  out.uint32(indices.places[place] ?? 0)
  out.uint32s(chain)
  out.uint32(country)
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
  out.uint32s(tokens.ids, ...rangeAt(tokens.offsets, at), indices.terms)
  out.uint32s(urls.ids, ...rangeAt(urls.offsets, at))
}

/** Columns x, y, lng, lat and geo_precision. */
function writePosition(out: RowBinary, { columns }: BatchColumns, at: number): void {
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

function writeKey(out: RowBinary, batch: BatchColumns, at: number, load: number): void {
  const { row, incident } = recordAt(batch, at)
  const { key } = keyOf(incident.id)
  out.uint32(Number(key & 0xffff_ffffn))
  out.uint32(Number(key >> 32n))
  out.uint64(row)
  out.uint32(load)
}

function writeRecord(out: RowBinary, batch: BatchColumns, at: number, load: number): void {
  const { row, incident } = recordAt(batch, at)
  out.uint64(row)
  out.uint32(load)
  out.text(incident.id)
  out.text(incident.title.en ?? '')
  out.text(incident.title.ar ?? '')
  out.text(incident.title.fr ?? '')
  out.texts(linesOf(textAt(batch.texts.urls, at)))
  out.text(JSON.stringify(incident))
}

function recordAt({ records }: BatchColumns, at: number) {
  const record = records[at]
  if (!record) throw new RangeError(`no record ${at}`)
  return record
}

function rangeAt(offsets: Uint32Array, at: number): [start: number, end: number] {
  return [offsets[at] ?? 0, offsets[at + 1] ?? 0]
}

function chainAt({ chains }: BaseIndices, place: number): PlaceChain {
  const chain = chains[place]
  if (!chain) throw new RangeError(`no place ${place}`)
  return chain
}
