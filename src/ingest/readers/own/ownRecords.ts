import type * as z from 'zod/mini'
import { withTodaysNames } from '../../../incidents/olderRecord.ts'
import { actorSchema, incidentSchema, placeSchema } from '../../../incidents/recordSchema.ts'
import { isRecord } from '../../../incidents/shapeChecks.ts'
import type { RejectionCode } from '../../../query/importReport.ts'
import { checkRecord } from '../../checkRecord.ts'
import type { Path } from '../../problem.ts'
import { rejectionOf, valueAt } from '../../recordRejection.ts'
import type { FileAccount, FileTable, TableRecord } from '../fileTable.ts'
import { createPackedTable, type PackedTable } from '../packedTable.ts'
import { joinAccounts, OwnEntries, type OwnEntry } from './ownEntries.ts'
import { cellOf, recordCells } from './recordCells.ts'

/** The lists of a data set of this program. */
export type OwnPart = 'incidents' | 'actors' | 'places'

/** Where a record is. */
export interface RecordSite {
  file?: string | undefined
  line: number
  lastLine: number
  /** Line of a value in it; absent: that of the record. */
  lineOf?: (path: Path) => number
}

/** Code units of a value that was at fault. */
const VALUE_LENGTH = 200

const schemas: Readonly<Record<OwnPart, z.ZodMiniType>> = {
  incidents: incidentSchema,
  actors: actorSchema,
  places: placeSchema,
}

/** The columns of the records even where there are none, by which their form is recognized. */
const columnsOfAll: Readonly<Record<OwnPart, readonly string[]>> = {
  incidents: ['id', 'date.start', 'date.precision', 'place.id', 'place.precision', 'type', 'subtype'],
  actors: ['id', 'kind', 'aliases'],
  places: ['id', 'kind', 'aliases'],
}

/**
 * Collects the records of a data set of this program, each checked against its schema. They become the tables that a
 * JSON file of full records has: `incidents`, `actors` and `places`, with the members of records as columns.
 */
export class OwnRecords {
  private readonly parts = {
    incidents: new Part('incidents'),
    actors: new Part('actors'),
    places: new Part('places'),
  }
  private readonly others = new OwnEntries()

  /** Adds a record, or refuses it with the first thing that is wrong. */
  add(part: OwnPart, value: unknown, site: RecordSite): void {
    const { record } = part === 'incidents' ? withTodaysNames(value) : { record: value }
    const checked = checkRecord(schemas[part], record ?? {})
    if (checked.ok && isRecord(record)) {
      this.parts[part].add(entryOf('record', site), recordCells(record))
      return
    }
    const [first] = checked.ok ? [] : checked.problems
    if (first) this.refuse(rejectionOf(first, record), site, first.path, valueAt(record, first.path))
    else this.refuse('not-a-record', site)
  }

  /** Refuses what is no record. @param path of the value at fault; [] where no single one is */
  refuse(refusal: RejectionCode, site: RecordSite, path: Path = [], value?: unknown): void {
    const line = site.lineOf?.(path)
    const fault = { field: path.join('.'), value: cellOf(value).slice(0, VALUE_LENGTH) }
    this.parts.incidents.entries.add({
      ...entryOf('refused', line === undefined ? site : { ...site, line, lastLine: line }),
      refusal,
      ...(path.length > 0 && { fault }),
    })
  }

  /** Takes note of a part of the files that is no record and was read. */
  addStructure(site: RecordSite): void {
    this.others.add(entryOf('structure', site))
  }

  /** The lists that have records or refused ones as tables, and the account of all that was added. */
  finish(): { tables: FileTable[]; account: FileAccount } {
    const { incidents, actors, places } = this.parts
    const tables: FileTable[] = []
    let first = 0
    for (const part of [incidents, actors, places]) {
      if (part.entries.count > 0) tables.push(part.table(first))
      first += part.entries.count
    }
    const all = [incidents.entries, actors.entries, places.entries, this.others]
    const account = joinAccounts(all.map((each) => each.account()))
    const [table] = tables
    const isAlone = tables.length === 1 && table?.name === 'incidents'
    return { tables: isAlone ? [{ ...table, name: '' }] : tables, account }
  }
}

function entryOf(kind: OwnEntry['kind'], { file, line, lastLine }: RecordSite): OwnEntry {
  return { kind, line, lastLine, ...(file !== undefined && { file }) }
}

/** The records of one list while they are added. */
class Part {
  readonly entries = new OwnEntries()
  private readonly packed: PackedTable
  private readonly columns = new Map<string, number>()

  constructor(name: OwnPart) {
    this.packed = createPackedTable(name)
    for (const column of columnsOfAll[name]) this.columnOf(column)
  }

  add(entry: OwnEntry, cells: ReadonlyMap<string, string>): void {
    const row: string[] = []
    for (const [name, cell] of cells) row[this.columnOf(name)] = cell
    this.packed.push(this.entries.add(entry), row)
  }

  /** @param first index in the account of the first entry of the list */
  table(first: number): FileTable {
    const table = this.packed.finish()
    const moved = ({ entry, cells }: TableRecord) => ({ entry: entry + first, cells })
    return {
      ...table,
      record: (index) => moved(table.record(index)),
      *rows() {
        for (const record of table.rows()) yield moved(record)
      },
    }
  }

  private columnOf(name: string): number {
    const known = this.columns.get(name) ?? this.packed.addColumn(name)
    this.columns.set(name, known)
    return known
  }
}
