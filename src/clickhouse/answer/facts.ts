import { fields } from '../../incidents/fields.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { entryKinds, wholeTable, type EntryKind } from '../tables.ts'
import { quarterOf, type Quarter } from './quarters.ts'
import { isVisible, type BaseVersion } from './visible.ts'

/** What is known of a version before anything is asked of it. */
export interface VersionFacts {
  /** How many incidents it has. */
  rows: number
  /** The quarters that have any row, ascending. */
  quarters: readonly Quarter[]
  /** One more than the largest index of each dictionary. */
  sizes: Readonly<Record<EntryKind, number>>
  /** Whether any record names weapons: else the data set lacks the field. */
  hasWeapons: boolean
}

const weaponNotKnown = fields.weapon.vocabulary.indexOf(fields.weapon.notKnown)

/** Reads the facts of a version: once, as they stay true. */
export async function readFacts(
  connection: Connection,
  version: BaseVersion,
  options: Abortable = {},
): Promise<VersionFacts> {
  const { base, load } = version
  const incidents = wholeTable(base, 'incidents')
  const [quarters, sizes, armed] = await Promise.all([
    connection.rows<[quarter: number, lastDay: number, rows: number]>(
      sql`SELECT ${quarterOf} AS quarter, max(day_to), count() FROM ${incidents} WHERE ${isVisible(version)} GROUP BY quarter ORDER BY quarter`,
      options,
    ),
    connection.rows<[kind: number, size: number]>(
      sql`SELECT kind, max(entry) + 1 FROM ${wholeTable(base, 'entries')} WHERE load <= ${load} GROUP BY kind`,
      options,
    ),
    connection.rows<[row: number]>(
      sql`SELECT row FROM ${incidents} WHERE arrayExists(weapon -> weapon != ${weaponNotKnown}, weapons) AND ${isVisible(version)} LIMIT 1`,
      options,
    ),
  ])
  const sizeOf = new Map(sizes)
  const sizeOfKind = (kind: EntryKind) => sizeOf.get(entryKinds.indexOf(kind)) ?? 0
  return {
    rows: quarters.reduce((sum, [, , rows]) => sum + rows, 0),
    quarters: quarters.map(([quarter, lastDay]) => ({ quarter, lastDay })),
    sizes: {
      actors: sizeOfKind('actors'),
      places: sizeOfKind('places'),
      publishers: sizeOfKind('publishers'),
      tags: sizeOfKind('tags'),
    },
    hasWeapons: armed.length > 0,
  }
}
