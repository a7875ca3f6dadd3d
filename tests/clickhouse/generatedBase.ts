import { joined, sql } from '../../src/clickhouse/sql.ts'
import { entryKinds, loadStates, localTable } from '../../src/clickhouse/tables.ts'
import { geoPrecisions, timePrecisions } from '../../src/incidents/vocabulary.ts'
import { leastAbout } from '../oracle/leastAbout.ts'
import { insertTsv } from './insertTsv.ts'
import { createTestBase, type TestBase } from './testBase.ts'

/** Ids of the actors, places and countries of a generated base, in the order of their dictionaries. */
export const generatedIds = {
  actors: Array.from({ length: 30 }, (_, at) => `actor-${at}`),
  places: Array.from({ length: 200 }, (_, at) => (at < 10 ? `country-${at}` : `place-${at}`)),
} as const

/**
 * A base of very many rows, which ClickHouse itself makes: days from 1964 to 2051, some rows lasting for years; few
 * common and many rare actors and places; positions in heaps. The same numbers each time.
 * @param rows of each server
 */
export async function createGeneratedBase(rows: number): Promise<TestBase> {
  const base = await createTestBase('spread')
  const { nodes, connection } = base
  await Promise.all(
    nodes.map(async (node, at) => {
      await node.command(
        sql`INSERT INTO ${localTable(node.base, 'incidents')} ${selectRows(rows, nodes.length, at)}`,
      )
    }),
  )
  const entries = [
    ...generatedIds.actors.map((id) => [entryKinds.indexOf('actors'), id, { id, kind: 'other' }] as const),
    ...generatedIds.places.map(
      (id, at) => [entryKinds.indexOf('places'), id, { id, kind: at < 10 ? 'country' : 'locality' }] as const,
    ),
  ]
  const lines = entries.map(([kind, id, json]) => {
    const index = Number(id.split('-')[1])
    return [
      kind,
      index,
      1,
      id,
      `[' ${id.replace('-', ' ')}']`,
      JSON.stringify({ ...json, name: { en: id }, aliases: [] }),
    ].join('\t')
  })
  await insertTsv(connection, 'entries', lines)
  const published = [
    1,
    loadStates.indexOf('published'),
    0,
    '',
    0,
    rows * nodes.length,
    'load-1-made',
    JSON.stringify(leastAbout),
  ]
  await insertTsv(connection, 'loads', [published.join('\t')])
  return base
}

const WORLD = 2 ** 28
const COUNTRY = geoPrecisions.indexOf('country')
const [DAY, MONTH] = [timePrecisions.indexOf('day'), timePrecisions.indexOf('month')]

/** SELECT of the rows of one server, in the order of the columns. */
function selectRows(rows: number, servers: number, server: number) {
  // A number of 32 bits that looks random, for each row and each of some purposes.
  const random = (purpose: number) => sql`intHash32(number * 16 + ${server * 5 + 3} + ${purpose} * 1000003)`
  // From 0 on; small ones are more frequent.
  const skewed = (purpose: number, below: number) =>
    sql`toUInt32(pow(${random(purpose)} / 4294967296., 3) * ${below})`
  const inner = sql`SELECT number * ${servers} + ${server} AS row, toUInt8(15 - floor(log2(intHash32(row + 7) % 65535 + 1))) AS tier,
    toInt32(${random(1)} % 32000) - 2000 AS day, ${random(2)} AS r2, ${random(3)} AS r3, ${random(4)} AS r4, ${random(5)} AS r5,
    toUInt16(multiIf(r2 % 500 = 0, r3 % 3000, r2 % 20 = 1, r3 % 9, 0)) AS days, toUInt8(if(r2 % 9 = 2, ${MONTH}, ${DAY})) AS precision,
    toUInt8(r3 % 6) AS geo, ${skewed(6, 200)} AS place, ${skewed(8, 30)} AS one_actor, ${skewed(9, 30)} AS other_actor, geo = ${COUNTRY} OR r4 % 50 = 0 AS is_undrawn,
    toFloat32(((place * 37) % 200) * 1.7 - 170 + (r4 % 1000) / 2000) AS east, toFloat32(((place * 53) % 200) * 0.6 - 60 + (r5 % 1000) / 3000) AS north
    FROM system.numbers LIMIT ${rows}`
  return sql`SELECT ${joined(
    [
      sql`1, row, tier, day, days, day - if(precision = ${MONTH}, 14, 0), day + days + if(precision = ${MONTH}, 15, 0), precision`,
      sql`toUInt32(if(is_undrawn, 4294967295, round((east / 360 + 0.5) * ${WORLD})))`,
      sql`toUInt32(if(is_undrawn, 4294967295, round((0.5 - north / 200) * ${WORLD})))`,
      sql`if(r4 % 50 = 0, nan, east), if(r4 % 50 = 0, nan, north), geo, place`,
      sql`if(place < 10, [place], [place, place % 10]), place % 10`,
      sql`toUInt8(r4 % 7), toUInt8(r5 % 26), toUInt8(r2 % 3), [toUInt8(r5 % 8)]`,
      sql`arrayDistinct([one_actor, other_actor]), emptyArrayUInt32(), emptyArrayUInt32()`,
      sql`toUInt8(0), if(r5 % 3 = 0, -1, toInt32(r5 % 40)), if(r5 % 3 = 0, -1, toInt32(r5 % 40 + r4 % 5)), toUInt16(1)`,
      sql`emptyArrayUInt32(), emptyArrayUInt32()`,
    ],
    ', ',
  )} FROM (${inner})`
}
