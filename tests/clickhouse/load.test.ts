import { describe, expect, it } from 'vitest'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import type { Connection } from '../../src/clickhouse/connection.ts'
import { readGrowingDictionaries } from '../../src/clickhouse/load/growingDictionaries.ts'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'
import type { RecordsToLoad } from '../../src/clickhouse/load/nextRecord.ts'
import { readLoadLog } from '../../src/clickhouse/loads.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { localTable, tableNames, wholeTable } from '../../src/clickhouse/tables.ts'
import type { Incident } from '../../src/incidents/incident.ts'
import type { Language } from '../../src/incidents/vocabulary.ts'
import { asStored, expectEachOnce, visibleRecords } from './loadChecks.ts'
import { baseOfTest, servers } from './testBase.ts'

const size = 3_000

function synthetic(): RecordsToLoad & { incidents: Incident[] } {
  const { incidents, ...rest } = syntheticDataset(size, 1)
  return { ...rest, incidents: [...incidents] }
}

async function rowsOf(connection: Connection): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tableNames) {
    const [row] = await connection.rows<[number]>(
      sql`SELECT count() FROM ${wholeTable(connection.base, table)}`,
    )
    counts[table] = row?.[0] ?? 0
  }
  return counts
}

describe.skipIf(!servers).each(['spread', 'one'] as const)('a load into a base that is %s', (kind) => {
  it.each(['through one server', 'straight to each'])('stores every record, %s', async (way) => {
    const { connection, nodes } = await baseOfTest(kind)
    const data = synthetic()
    const options = way === 'straight to each' ? { nodes } : {}
    const outcome = await loadRecords(connection, data, options)
    expect(outcome).toMatchObject({ added: size, replaced: 0, unchanged: 0, withdrawn: 0, isChanged: true })
    expect(outcome.version).toMatch(/^load-1-[0-9a-f]{12}$/)
    expect(await visibleRecords(connection, 1)).toEqual(asStored(data.incidents))
    expect(await rowsOf(connection)).toMatchObject({
      incidents: size,
      keys: size,
      records: size,
      hidden: 0,
      loads: 2,
    })
  })

  it('changes nothing when the same is loaded again', async () => {
    const { connection, nodes } = await baseOfTest(kind)
    const first = await loadRecords(connection, synthetic(), { nodes })
    const before = await rowsOf(connection)
    const again = await loadRecords(connection, synthetic(), { nodes })
    expect(again).toMatchObject({ version: first.version, isChanged: false, added: 0, unchanged: size })
    expect(await rowsOf(connection)).toEqual({ ...before, loads: 2 })
  })

  it('replaces what has changed, adds what is new, and keeps the version before', async () => {
    const { connection, nodes } = await baseOfTest(kind)
    const data = synthetic()
    const [first, second, ...others] = data.incidents
    if (!first || !second) throw new Error('too few records')
    await loadRecords(connection, { ...data, incidents: [first, second, ...others.slice(100)] }, { nodes })
    const corrected: Incident = { ...first, title: { en: 'Corrected' } }
    const outcome = await loadRecords(
      connection,
      { ...data, incidents: [corrected, second, ...others.slice(0, 150)] },
      { nodes },
    )
    expect(outcome).toMatchObject({ added: 100, replaced: 1, unchanged: 51, withdrawn: 0 })
    expect(await visibleRecords(connection, 1)).toEqual(asStored([first, second, ...others.slice(100)]))
    expect(await visibleRecords(connection, 2)).toEqual(asStored([corrected, second, ...others]))
  })

  it('withdraws the incidents that are named, or that the whole lacks', async () => {
    const { connection, nodes } = await baseOfTest(kind)
    const data = synthetic()
    const [first, second, third, ...others] = data.incidents
    if (!first || !second || !third) throw new Error('too few records')
    await loadRecords(connection, data, { nodes })
    const named = await loadRecords(
      connection,
      { ...data, incidents: [] },
      { nodes, withdraw: [first.id, 'no such id', first.id] },
    )
    expect(named).toMatchObject({ added: 0, withdrawn: 1, notThere: 1 })
    expect(await visibleRecords(connection, 2)).toEqual(asStored([second, third, ...others]))
    const whole = await loadRecords(
      connection,
      { ...data, incidents: [first, third] },
      { nodes, isWhole: () => true },
    )
    expect(whole).toMatchObject({ added: 1, unchanged: 1, withdrawn: size - 2 })
    expect(await visibleRecords(connection, 3)).toEqual(asStored([first, third]))
  })

  it('takes the last of two records with one id', async () => {
    const { connection, nodes } = await baseOfTest(kind)
    const data = synthetic()
    const [first, second] = data.incidents
    if (!first || !second) throw new Error('too few records')
    const later = { ...first, title: { en: 'Later' } }
    const outcome = await loadRecords(connection, { ...data, incidents: [first, second, later] }, { nodes })
    expect(outcome).toMatchObject({ added: 2, repeated: 1 })
    expect(await visibleRecords(connection, 1)).toEqual(asStored([second, later]))
  })

  it('reads several parts one after another, and goes on in the midst of them', async () => {
    const { connection, nodes } = await baseOfTest(kind)
    const data = synthetic()
    const first = data.incidents.slice(0, 1_700)
    const others = data.incidents.slice(1_700)
    // In the second part the ids of actors are those of others in the first.
    const turned = data.actors.map((actor, at) => ({ ...actor, id: data.actors.at(at - 1)?.id ?? actor.id }))
    const idOf = new Map(data.actors.map(({ id }, at) => [id, turned[at]?.id ?? id]))
    const renamed = others.map((incident) => ({
      ...incident,
      actors: incident.actors.map((actor) => ({ ...actor, id: idOf.get(actor.id) ?? actor.id })),
    }))
    const namesOf = ({ actors }: Incident, dictionary: readonly { id: string; name: unknown }[]) =>
      actors.map(({ id }) => dictionary.find((entry) => entry.id === id)?.name)
    const inLanguages = (...languages: Language[]) => ({ ...data.about, languages })
    async function* parts(isCutOff: boolean): AsyncGenerator<RecordsToLoad, void, void> {
      yield { ...data, about: inLanguages('en'), incidents: first }
      yield { ...data, about: inLanguages('en'), incidents: [] }
      if (isCutOff) throw new Error('cut off')
      yield { ...data, about: inLanguages('fr'), actors: turned, incidents: renamed }
    }
    const options = { nodes, fingerprint: 'parts', batchSize: 400 }
    await expect(loadRecords(connection, parts(true), options)).rejects.toThrow('cut off')
    const outcome = await loadRecords(connection, parts(false), options)
    expect(outcome).toMatchObject({ added: size, repeated: 0 })
    await expectEachOnce(connection, size)
    const { entries } = (await readGrowingDictionaries(connection, 1)).actors
    const stored = await visibleRecords(connection, 1)
    for (const incident of data.incidents) {
      const found = stored.get(incident.id)
      expect(found && namesOf(found, entries)).toEqual(namesOf(incident, data.actors))
    }
    const [version] = (await readLoadLog(connection)).versions
    expect(version?.about).toEqual(inLanguages('en', 'fr'))
  })

  it('publishes a base without incidents', async () => {
    const { connection } = await baseOfTest(kind)
    const outcome = await loadRecords(connection, { ...synthetic(), incidents: [] })
    expect(outcome).toMatchObject({ added: 0, isChanged: true })
  })

  it('refuses a record that names what no dictionary has, and publishes nothing', async () => {
    const { connection } = await baseOfTest(kind)
    const data = synthetic()
    await expect(loadRecords(connection, { ...data, places: [] })).rejects.toMatchObject({
      code: 'malformed',
    })
    expect((await rowsOf(connection))['loads']).toBe(0)
  })
})

it.skipIf(!servers)('refuses to load into a base whose cluster has other shards than before', async () => {
  const { connection, nodes } = await baseOfTest('spread')
  await loadRecords(connection, synthetic(), { nodes })
  const records = localTable(connection.base, 'records')
  await connection.command(
    sql`INSERT INTO ${records} SELECT row + 1, load, id, title_en, title_ar, title_fr, urls, record FROM ${records} LIMIT 1`,
  )
  await expect(loadRecords(connection, synthetic(), { nodes })).rejects.toThrow('other shards')
})
