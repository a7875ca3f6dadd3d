import type { Abortable } from '../../query/incidentSource.ts'
import { joined, literal, sql, type Sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { isItemOf, MOST_LISTED } from './itemSet.ts'
import type { Snapshot } from './snapshot.ts'

/** Rows that one number tells of, a bit each: as many as divide into characters, and JSON gives exactly. */
const ROWS_A_BLOCK = 48

/** Rows that one character of a map tells of: its lowest bits. */
const ROWS_A_CHARACTER = 6

/** Above the bits of a character: each is of ASCII then, and a literal escapes one of them alone. */
const CHARACTER = 0x40

/** Characters of a map in one literal: of an array of many, ClickHouse names columns by a hash, and not by all of its text. */
const PIECE = 1_000

/** Blocks of a map at most: 16 million rows, 2.8 MB of text. */
const MOST_BLOCKS = Math.floor(2 ** 24 / ROWS_A_BLOCK)

/** Some rows that follow one another. Its bits: which of them are meant, the first in the lowest. */
type Block = readonly [block: number, bits: number]

/**
 * A condition that names the rows for which another holds, by their numbers: for conditions that take long, as those on
 * the words of texts, and are asked by many statements. Few rows are listed, more are told by a map with a bit for each row.
 * @returns undefined where the rows are too many for either
 */
export async function nameRows(
  { connection, visible }: Snapshot,
  condition: Sql,
  { signal }: Abortable,
): Promise<Sql | undefined> {
  const bits = sql`groupBitOr(bitShiftLeft(toUInt64(1), row % ${ROWS_A_BLOCK}))`
  const blocks = await connection.rows<Block>(
    sql`SELECT intDiv(row, ${ROWS_A_BLOCK}) AS block, ${bits} FROM ${wholeTable(connection.base, 'incidents')}
      WHERE ${visible} AND ${condition} GROUP BY block`,
    // Ends as soon as there are too many blocks.
    { signal, settings: { max_rows_to_group_by: String(MOST_BLOCKS), group_by_overflow_mode: 'break' } },
  )
  if (blocks.length > MOST_BLOCKS) return undefined
  const rows = fewRows(blocks)
  return rows ? isItemOf(sql`row`, { kind: 'listed', items: rows }, 'UInt64') : mappedRows(blocks)
}

/** The numbers of the rows; undefined where they are too many for a list. */
function fewRows(blocks: readonly Block[]): number[] | undefined {
  const rows: number[] = []
  for (const [block, bits] of blocks) {
    for (let [row, rest] = [block * ROWS_A_BLOCK, bits]; rest > 0; rest = Math.floor(rest / 2), row += 1)
      if (rest % 2 === 1) rows.push(row)
    if (rows.length > MOST_LISTED) return undefined
  }
  return rows
}

function mappedRows(blocks: readonly Block[]): Sql | undefined {
  const last = blocks.reduce((most, [block]) => Math.max(most, block), 0)
  if (last >= MOST_BLOCKS) return undefined
  const width = ROWS_A_BLOCK / ROWS_A_CHARACTER
  const codes = new Uint8Array((last + 1) * width).fill(CHARACTER)
  for (const [block, bits] of blocks)
    for (
      let [at, rest] = [block * width, bits];
      rest > 0;
      rest = Math.floor(rest / 2 ** ROWS_A_CHARACTER), at += 1
    )
      codes[at] = CHARACTER + (rest % 2 ** ROWS_A_CHARACTER)
  const map = sql`arrayStringConcat([${joined(piecesOf(codes), ', ')}])`
  // Behind the end of the map there is no character, and no bit.
  const character = sql`substring(${map}, intDiv(row, ${ROWS_A_CHARACTER}) + 1, 1)`
  return sql`bitTest(reinterpretAsUInt8(${character}), row % ${ROWS_A_CHARACTER})`
}

function piecesOf(codes: Uint8Array): Sql[] {
  const decoder = new TextDecoder()
  return Array.from({ length: Math.ceil(codes.length / PIECE) }, (_, at) =>
    literal(decoder.decode(codes.subarray(at * PIECE, (at + 1) * PIECE))),
  )
}
