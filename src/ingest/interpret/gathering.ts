import { createColumnsBuilder, type BuiltColumns } from '../../incidents/columnsBuilder.ts'
import { textAt } from '../../incidents/columns.ts'
import { parseDay, type Day } from '../../incidents/day.ts'
import { growable } from '../../incidents/growable.ts'
import type { Incident, OriginalRecord } from '../../incidents/incident.ts'
import { flagCodes, type FlagCode } from '../../query/importReport.ts'
import { createActors } from '../assembly/actorRegistry.ts'
import { assembleIncident } from '../assembly/assembleIncident.ts'
import { createFreeIds } from '../assembly/freeIds.ts'
import { safeId } from '../assembly/incidentId.ts'
import { createPlaces } from '../assembly/placeRegistry.ts'
import type { CountryCheck } from '../flags/countryCheck.ts'
import { bitOf, bitsOf, flagsIn, type FlagBits } from '../flags/flagBits.ts'
import { tagOfFlag, withFlagTags } from '../flags/flagTags.ts'
import { createRepeats } from '../flags/repeats.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { RowIncident } from '../rowIncident.ts'
import { correctedRow } from './correctedRow.ts'
import { cellsToRead, type Lot } from './lot.ts'

/** The incidents of all tables while they are read. */
export interface Gathering {
  /**
   * Adds an incident.
   * @param lot the table that it is read from
   * @param records indices of the records that tell of it
   */
  add(lot: Lot, row: RowIncident, flags: readonly FlagCode[], records: readonly number[]): void
  /** All that was added. */
  gathered(): Gathered
}

export interface Gathered {
  /** With a tag for each flag. */
  built: BuiltColumns
  /** The full record of a row of the columns. @throws RangeError where there is no such row */
  record(row: number): Incident
  /** Number of incidents and of each flag among those of a lot. */
  countsOf(lot: Lot): { incidents: number; flags: { code: FlagCode; count: number }[] }
}

export interface GatheringOptions {
  today: Day
  countries: CountryCheck | undefined
  gazetteer: Gazetteer | undefined
}

/** @param lots the tables in order; more may not be added later */
export function createGathering(
  lots: readonly Lot[],
  { today, countries, gazetteer }: GatheringOptions,
): Gathering {
  const builder = createColumnsBuilder()
  const assembly = {
    actors: createActors((actor) => builder.addActor(actor)),
    places: createPlaces((place) => builder.addPlace(place)),
  }
  const ids = createFreeIds()
  const bits: FlagBits[] = []
  const lotOf = growable(Uint16Array)
  const firstRecord = growable(Uint32Array)
  /** By number of the incident, all of its records where they are several. */
  const joined = new Map<number, readonly number[]>()
  const mark = (number: number, flag: FlagCode) => {
    bits[number] = (bits[number] ?? 0) | bitOf(flag)
  }
  const repeats = createRepeats(mark)
  const indexOfLot = new Map(lots.map((lot, i) => [lot, i]))

  function add(lot: Lot, given: RowIncident, flags: readonly FlagCode[], records: readonly number[]): void {
    const number = bits.length
    const [record = 0] = records
    const { row, flags: found } = correctedRow(lot.plan, given, gazetteer)
    const lotIndex = indexOfLot.get(lot) ?? 0
    const wanted = row.own?.incident.id ?? (row.id === undefined ? '' : safeId(row.id))
    const { id } = ids.take(wanted || `row-${lotIndex === 0 ? '' : `${lotIndex + 1}-`}${record + 1}`)
    const { incident, iso } = assembleIncident(
      row,
      { id, lang: lot.plan.lang, original: undefined },
      assembly,
    )
    builder.append(incident)
    bits.push(bitsOf(flags) | bitsOf(found))
    lotOf.push(lotIndex)
    firstRecord.push(record)
    if (records.length > 1) joined.set(number, records)
    repeats.look(number, row, incident)
    if ((parseDay(incident.date.start) ?? 0) > today) mark(number, 'future-date')
    const { position } = row.place
    const country = position && iso !== undefined ? countries?.flagOf(iso, position) : undefined
    if (country) mark(number, country)
  }

  function gathered(): Gathered {
    const built = withFlagTags(builder.build(), bits)
    const [lotIndices, records] = [lotOf.taken(), firstRecord.taken()]
    const numberOf = (row: number) => (built.order ? built.order[row] : row)
    return {
      built,
      record(row) {
        const number = numberOf(row)
        const lot = number === undefined ? undefined : lots[lotIndices[number] ?? -1]
        if (number === undefined || !lot) throw new RangeError(`no row ${row}`)
        const { table, file } = lot.given
        const read = (joined.get(number) ?? [records[number] ?? -1]).map((record) => table.record(record))
        const outcome = lot.plan.reader(read.map(({ cells }) => cellsToRead(lot, cells)))
        if (!outcome.ok) throw new RangeError(`row ${row} cannot be read again: ${outcome.code}`)
        const [first] = read
        const original: OriginalRecord = {
          file: file.name,
          line: first ? file.account.entry(first.entry).line : 0,
          cells: read.flatMap(({ cells }) => namedCells(table.columns, cells)),
        }
        const { row: corrected } = correctedRow(lot.plan, outcome.incident, gazetteer)
        const id = textAt(built.columns.id, row)
        const { incident } = assembleIncident(corrected, { id, lang: lot.plan.lang, original }, assembly)
        const tags = [...(incident.tags ?? []), ...flagsIn(bits[number] ?? 0).map(tagOfFlag)]
        return tags.length > 0 ? { ...incident, tags: [...new Set(tags)] } : incident
      },
      countsOf(lot) {
        const index = indexOfLot.get(lot) ?? -1
        const counts = new Map<FlagCode, number>()
        let incidents = 0
        for (let number = 0; number < bits.length; number += 1) {
          if (lotIndices[number] !== index) continue
          incidents += 1
          for (const flag of flagsIn(bits[number] ?? 0)) counts.set(flag, (counts.get(flag) ?? 0) + 1)
        }
        return { incidents, flags: flagCodes.flatMap((code) => ({ code, count: counts.get(code) ?? 0 })) }
      },
    }
  }

  return { add, gathered }
}

/** The cells that are not empty, with the names of their columns; a column without a name has its number. */
function namedCells(columns: readonly string[], cells: readonly string[]): [string, string][] {
  return cells.flatMap((cell, i): [string, string][] =>
    cell.trim() === '' ? [] : [[columns[i]?.trim() || String(i + 1), cell]],
  )
}
