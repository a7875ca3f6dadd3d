import type { BuiltColumns } from '../../incidents/columnsBuilder.ts'
import { listAt, shortIds, type ListColumn } from '../../incidents/columns.ts'
import { growableLists } from '../../incidents/growable.ts'
import type { FlagCode } from '../../query/importReport.ts'
import { flagsIn, type FlagBits } from './flagBits.ts'

/** The tag of incidents with a flag, by which the page filters them: `check: null-island`. */
export function tagOfFlag(flag: FlagCode): string {
  return `check: ${flag}`
}

/** Whether a tag is that of a flag. */
export function isTagOfFlag(tag: string): boolean {
  return tag.startsWith('check: ')
}

/**
 * The same columns with a tag for each flag of a row.
 * @param bits flags of each record in the order of appending
 */
export function withFlagTags(built: BuiltColumns, bits: ArrayLike<FlagBits>): BuiltColumns {
  const { columns, order } = built
  const used = flagsUsed(bits)
  if (used.length === 0) return built
  const tags = [...columns.dictionaries.tags]
  const idOf = new Map<FlagCode, number>()
  for (const flag of used) {
    const known = tags.indexOf(tagOfFlag(flag))
    idOf.set(flag, known === -1 ? tags.push(tagOfFlag(flag)) - 1 : known)
  }
  const lists = growableLists()
  const idsOf = new Map<FlagBits, number[]>()
  for (let row = 0; row < columns.rows; row += 1) {
    const flags = bits[order?.[row] ?? row] ?? 0
    const own = listAt(columns.tags, row)
    const added = idsOf.get(flags) ?? flagsIn(flags).flatMap((flag) => idOf.get(flag) ?? [])
    idsOf.set(flags, added)
    lists.push(own.length === 0 ? added : added.length === 0 ? own : [...new Set([...own, ...added])])
  }
  const { offsets, ids } = lists.taken()
  const column: ListColumn = { offsets, ids: shortIds(ids, tags.length) }
  return { ...built, columns: { ...columns, tags: column, dictionaries: { ...columns.dictionaries, tags } } }
}

function flagsUsed(bits: ArrayLike<FlagBits>): FlagCode[] {
  let all = 0
  for (let i = 0; i < bits.length; i += 1) all |= bits[i] ?? 0
  return flagsIn(all)
}
