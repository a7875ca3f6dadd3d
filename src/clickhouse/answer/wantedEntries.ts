import { fields, type FacetId } from '../../incidents/fields.ts'
import { foldWords } from '../../incidents/foldText.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { joined, literal, sql, type Sql } from '../sql.ts'
import { entryKinds, localTable, wholeTable, type EntryKind } from '../tables.ts'
import { isItemOf } from './itemSet.ts'
import type { BaseVersion } from './visible.ts'

/** Some entries of a dictionary, as a version has them. */
export interface WantedEntries {
  kind: EntryKind
  /** Condition on a row of `entries`; undefined where every entry is wanted. */
  condition: Sql | undefined
}

/**
 * The values of a facet that a search finds, as that within the facet does on the page: all of its words begin words of
 * the same name or alias, with the Arabic article or without it.
 * @param kind dictionary of the facet
 * @param within id of the value whose children are wanted; null for all
 */
export function wantedEntries(
  kind: EntryKind,
  facet: FacetId,
  search: string,
  within: string | null,
): WantedEntries {
  const words = foldWords(search).map((word) => {
    const [plain, withArticle] = [literal(` ${word}`), literal(` ال${word}`)]
    return sql`(position(name, ${plain}) > 0 OR position(name, ${withArticle}) > 0)`
  })
  const field = fields[facet]
  const conditions = [
    ...(words.length > 0 ? [sql`arrayExists(name -> ${joined(words, ' AND ')}, names)`] : []),
    ...(within === null ? [] : [sql`visitParamExtractString(json, 'parent') = ${literal(within)}`]),
    ...('level' in field && field.level === 'country'
      ? [sql`visitParamExtractString(json, 'kind') = 'country'`]
      : []),
  ]
  return { kind, condition: conditions.length === 0 ? undefined : joined(conditions, ' AND ') }
}

/** SELECT of the indices of the entries, each as the version has it last. */
export function selectEntries(version: BaseVersion, entries: WantedEntries): Sql {
  return sql`SELECT entry FROM ${wholeTable(version.base, 'entries')} WHERE ${isWanted(version, entries)}`
}

function isWanted({ base, load }: BaseVersion, { kind, condition }: WantedEntries): Sql {
  const known = sql`kind = ${entryKinds.indexOf(kind)} AND load <= ${load}`
  // All rows of an entry are on one server.
  const last = sql`(entry, load) IN (SELECT entry, max(load) FROM ${localTable(base, 'entries')} WHERE ${known} GROUP BY entry)`
  return joined([known, ...(condition ? [condition] : []), last], ' AND ')
}

/** How many entries there are. */
export async function countEntries(
  connection: Connection,
  version: BaseVersion,
  entries: WantedEntries,
  options: Abortable,
): Promise<number> {
  const [counted] = await connection.rows<[number]>(
    sql`SELECT count() FROM ${wholeTable(version.base, 'entries')} WHERE ${isWanted(version, entries)}`,
    options,
  )
  return counted?.[0] ?? 0
}

/**
 * Indices of some of the entries, in the order of the dictionary.
 * @param without indices that are left out
 */
export async function readEntries(
  connection: Connection,
  version: BaseVersion,
  entries: WantedEntries,
  page: { without: readonly number[]; offset: number; limit: number },
  options: Abortable,
): Promise<number[]> {
  const { without, offset, limit } = page
  const others =
    without.length === 0
      ? sql`1`
      : sql`not(${isItemOf(sql`entry`, { kind: 'listed', items: without }, 'UInt32')})`
  const rows = await connection.rows<[number]>(
    sql`${selectEntries(version, entries)} AND ${others} ORDER BY entry LIMIT ${offset}, ${limit}`,
    options,
  )
  return rows.map(([entry]) => entry)
}
