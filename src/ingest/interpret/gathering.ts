import { createColumnsBuilder, type BuiltColumns } from '../../incidents/columnsBuilder.ts'
import { textAt } from '../../incidents/columns.ts'
import { formatIsoDay, type Day } from '../../incidents/day.ts'
import { growable } from '../../incidents/growable.ts'
import type { Incident } from '../../incidents/incident.ts'
import type { Bounds, LngLat } from '../../incidents/place.ts'
import { flagCodes, type FlagCode } from '../../query/importReport.ts'
import { createActors } from '../assembly/actorRegistry.ts'
import { assembleIncident, type Assembly } from '../assembly/assembleIncident.ts'
import { createFreeIds, type FreeIds } from '../assembly/freeIds.ts'
import { idOfRecord, safeId } from '../assembly/incidentId.ts'
import { createPlaces } from '../assembly/placeRegistry.ts'
import type { CountryCheck } from '../flags/countryCheck.ts'
import { bitOf, bitsOf, flagsIn } from '../flags/flagBits.ts'
import { tagOfFlag, withFlagTags } from '../flags/flagTags.ts'
import { createRepeats } from '../flags/repeats.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { RowIncident } from '../rowIncident.ts'
import { inSlices, type Slices } from '../slices.ts'
import { correctedRow } from './correctedRow.ts'
import { extentOf, type RowsExtent } from './extentOf.ts'
import type { Lot } from './lot.ts'
import { readAgain } from './readAgain.ts'

/** The incidents of all tables while they are read. */
export interface Gathering {
  /**
   * Adds an incident.
   * @param lot the table that it is read from
   * @param records indices of the records that tell of it
   */
  add(lot: Lot, row: RowIncident, flags: readonly FlagCode[], records: readonly number[]): void
  /** All that was added; nothing may be added afterwards. */
  gathered(slices: Slices): Promise<Gathered>
}

export interface Gathered {
  /** With a tag for each flag. */
  built: BuiltColumns
  /** The rectangle of all positions, which never crosses the antimeridian; null where there are none. */
  bounds: Bounds | null
  /** The full record of a row of the columns. @throws RangeError where there is no such row */
  record(row: number): Incident
  /** What the incidents of some lots span. */
  extentOf(lots: readonly Lot[]): Extent
  /** Number of incidents and of each flag among those of a lot. */
  countsOf(lot: Lot): { incidents: number; flags: { code: FlagCode; count: number }[] }
}

/** What incidents span in time and space, and how many actors they name. */
export type Extent = RowsExtent & {
  /** As `Gathered.bounds`. */
  bounds: Bounds | null
}

export interface GatheringOptions {
  today: Day
  countries: CountryCheck | undefined
  gazetteer: Gazetteer | undefined
  /** Whether incidents of different tables may have one id, as where a later one corrects an earlier one. */
  idsByTable: boolean
}

/** @param lots the tables in order; more may not be added later */
export function createGathering(lots: readonly Lot[], options: GatheringOptions): Gathering {
  return new IncidentGathering(lots, options)
}

class IncidentGathering implements Gathering {
  private readonly lots: readonly Lot[]
  private readonly options: GatheringOptions
  private readonly today: string
  private readonly builder = createColumnsBuilder()
  private readonly assembly: Assembly
  /** One a lot, or the same for all. */
  private readonly ids: readonly FreeIds[]
  private readonly bits = growable(Uint32Array)
  private readonly lotOf = growable(Uint16Array)
  private readonly firstRecord = growable(Uint32Array)
  /** By number of the incident, all of its records where they are several. */
  private readonly joined = new Map<number, readonly number[]>()
  private readonly repeats = createRepeats((number, flag) => {
    this.mark(number, flag)
  })
  /** One a lot. */
  private readonly bounds: readonly Bounds[]
  private readonly indexOfLot: ReadonlyMap<Lot, number>

  constructor(lots: readonly Lot[], options: GatheringOptions) {
    this.lots = lots
    this.options = options
    this.bounds = lots.map(() => ({ ...nowhere }))
    const shared = createFreeIds()
    this.ids = lots.map(() => (options.idsByTable ? createFreeIds() : shared))
    this.today = formatIsoDay(options.today)
    this.indexOfLot = new Map(lots.map((lot, i) => [lot, i]))
    const { builder } = this
    this.assembly = {
      actors: createActors((actor) => {
        builder.addActor(actor)
      }),
      places: createPlaces((place) => {
        builder.addPlace(place)
      }),
    }
  }

  add(lot: Lot, given: RowIncident, flags: readonly FlagCode[], records: readonly number[]): void {
    const number = this.bits.length()
    const [record = 0] = records
    const { row, flags: found } = correctedRow(lot.plan, given, this.options.gazetteer)
    const lotIndex = this.indexOfLot.get(lot) ?? 0
    const wanted = row.own?.incident.id ?? (row.id === undefined ? '' : safeId(row.id))
    const named = wanted || idOfRecord(lotIndex, record)
    const id = this.ids[lotIndex]?.take(named) ?? named
    const { lang } = lot.plan
    const { incident, iso } = assembleIncident(row, { id, lang, original: undefined }, this.assembly)
    this.builder.append(incident)
    this.bits.push(bitsOf(flags) | bitsOf(found))
    this.lotOf.push(lotIndex)
    this.firstRecord.push(record)
    if (records.length > 1) this.joined.set(number, records)
    this.repeats.look(number, row, incident)
    if (incident.date.start > this.today) this.mark(number, 'future-date')
    const { position } = row.place
    if (!position) return
    const bounds = this.bounds[lotIndex]
    if (bounds) grow(bounds, position)
    const flag = iso === undefined ? undefined : this.options.countries?.flagOf(iso, position)
    if (flag) this.mark(number, flag)
  }

  async gathered(slices: Slices): Promise<Gathered> {
    const { bounds, lots, joined, assembly, indexOfLot, options } = this
    const [lotOf, firstRecord] = [this.lotOf.taken(), this.firstRecord.taken()]
    const needless = lots.map(({ plan }) => bitsOf(plan.profile?.needlessFlags ?? []))
    const bits = this.bits.taken().map((each, number) => each & ~(needless[lotOf[number] ?? 0] ?? 0))
    const built = await inSlices(this.buildInSteps(bits), slices)
    return {
      built,
      bounds: joinedBounds(bounds),
      extentOf(of) {
        const indices = new Set(of.map((lot) => indexOfLot.get(lot)))
        const rows = extentOf(built, (number) => indices.has(lotOf[number]))
        return { ...rows, bounds: joinedBounds(bounds.filter((_, i) => indices.has(i))) }
      },
      record(row) {
        const number = built.order ? built.order[row] : row
        const lot = number === undefined ? undefined : lots[lotOf[number] ?? -1]
        if (number === undefined || !lot) throw new RangeError(`no row ${row}`)
        const records = joined.get(number) ?? [firstRecord[number] ?? -1]
        const id = textAt(built.columns.id, row)
        const incident = readAgain(lot, records, { id, assembly, gazetteer: options.gazetteer })
        const tags = [...(incident.tags ?? []), ...flagsIn(bits[number] ?? 0).map(tagOfFlag)]
        return tags.length > 0 ? { ...incident, tags: [...new Set(tags)] } : incident
      },
      countsOf(lot) {
        const index = indexOfLot.get(lot)
        return countFlags(bits.filter((_, number) => lotOf[number] === index))
      },
    }
  }

  private *buildInSteps(bits: Uint32Array): Generator<void, BuiltColumns, void> {
    const built = yield* this.builder.buildInSteps()
    yield
    return withFlagTags(built, bits)
  }

  private mark(number: number, flag: FlagCode): void {
    this.bits.set(number, this.bits.at(number) | bitOf(flag))
  }
}

function countFlags(bits: Uint32Array): {
  incidents: number
  flags: { code: FlagCode; count: number }[]
} {
  const counts = flagCodes.map((code) => {
    const bit = bitOf(code)
    let count = 0
    for (const each of bits) if (each & bit) count += 1
    return { code, count }
  })
  return { incidents: bits.length, flags: counts }
}

const nowhere: Bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }

/** The rectangle around all; null where they are all empty. */
function joinedBounds(all: readonly Bounds[]): Bounds | null {
  const bounds = { ...nowhere }
  for (const { west, south, east, north } of all) {
    if (west > east) continue
    grow(bounds, [west, south])
    grow(bounds, [east, north])
  }
  return bounds.west > bounds.east ? null : bounds
}

function grow(bounds: Bounds, [lng, lat]: LngLat): void {
  bounds.west = Math.min(bounds.west, lng)
  bounds.south = Math.min(bounds.south, lat)
  bounds.east = Math.max(bounds.east, lng)
  bounds.north = Math.max(bounds.north, lat)
}
