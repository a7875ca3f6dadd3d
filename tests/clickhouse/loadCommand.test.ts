import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generate } from '../../src/cli/generate.ts'
import { load, type LoadArguments } from '../../src/cli/load.ts'
import { createProgram } from '../../src/cli/program.ts'
import { writeSample } from '../../src/cli/sampleFolder.ts'
import type { Connection } from '../../src/clickhouse/connection.ts'
import { readLoadLog } from '../../src/clickhouse/loads.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { wholeTable } from '../../src/clickhouse/tables.ts'
import type { Incident } from '../../src/incidents/incident.ts'
import { baseOfTest, servers, type TestBase } from './testBase.ts'

const table = `date,title,latitude,longitude,killed,phone
2024-05-03,Second,12.5,-36.25,2,555
2024-05-01,First,12.4,-36.5,,556
`

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'load-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

function into({ nodes, connection }: TestBase, more: Partial<LoadArguments> = {}): LoadArguments {
  const { database, cluster } = connection.base
  return {
    clickhouse: nodes.map(({ url }) => url),
    database,
    cluster,
    whole: false,
    discard: false,
    withOriginal: false,
    ...more,
  }
}

async function visible({ base, rows }: Connection): Promise<Incident[]> {
  const found = await rows<[string]>(
    sql`SELECT record FROM ${wholeTable(base, 'records')} WHERE row NOT IN (SELECT row FROM ${wholeTable(base, 'hidden')}) ORDER BY row`,
    { settings: { distributed_product_mode: 'allow' } },
  )
  return found.map(([record]) => JSON.parse(record) as Incident)
}

describe.skipIf(!servers)('the command load', () => {
  it('loads a table, without columns that no field has', async () => {
    const base = await baseOfTest('spread')
    const outcome = await load(
      [await fileOf('a.csv', table)],
      into(base, { title: 'Two', licence: 'CC-BY-4.0' }),
    )
    expect(outcome.code).toBe(0)
    expect(outcome.lines).toEqual(['2 incidents added', expect.stringMatching(/^version load-1-/)])
    const records = await visible(base.connection)
    expect(records).toMatchObject([{ title: { en: 'First' } }, { title: { en: 'Second' } }])
    expect(JSON.stringify(records)).not.toContain('555')
    const { versions } = await readLoadLog(base.connection)
    expect(versions).toMatchObject([{ about: { title: { en: 'Two' }, licence: { name: 'CC BY 4.0' } } }])
  })

  it('adds a file of another day, and keeps what the base says of itself', async () => {
    const base = await baseOfTest('spread')
    await load([await fileOf('a.csv', table)], into(base, { title: 'Base' }))
    const more = await fileOf(
      'b.csv',
      'date,title,latitude,longitude\n2024-06-01,Third,12,36\nsoon,Bad,1,1\n',
    )
    const outcome = await load([more], into(base))
    expect(outcome.code).toBe(1)
    expect(outcome.lines.join('\n')).toContain('1 of 2 records rejected')
    expect(outcome.lines).toContain('1 incident added')
    expect((await visible(base.connection)).length).toBe(3)
    expect((await readLoadLog(base.connection)).versions.at(-1)?.about.title).toEqual({ en: 'Base' })
    const again = await load([more], into(base))
    expect(again.lines.at(-1)).toMatch(/^nothing has changed/)
  })

  it('tells incidents without ids apart by what they say', async () => {
    const base = await baseOfTest('one')
    const twice = 'date,title\n2024-05-09,Said twice\n2024-05-09,Said twice\n'
    expect((await load([await fileOf('c.csv', twice)], into(base))).lines[0]).toBe('2 incidents added')
    await load([await fileOf('a.csv', table)], into(base))
    const more = await fileOf('a.csv', `${table}2024-05-04,Other,12.5,-36.25,2,558\n`)
    const outcome = await load([more], into(base))
    expect(outcome.lines.slice(0, 2)).toEqual(['1 incident added', '2 incidents there already'])
  })

  it('loads the published form page by page, and withdraws', async () => {
    const base = await baseOfTest('spread')
    const published = join(folder, 'published')
    await generate({ incidents: 1_000, seed: 1, outDir: published })
    expect((await load([published], into(base))).lines[0]).toBe('1000 incidents added')
    const [first, ...others] = await visible(base.connection)
    const withdraw = await fileOf('ids.txt', `${first?.id}\r\nno-such\n`)
    const outcome = await load([published], into(base, { withdraw }))
    expect(outcome.lines).toContain('1 incident withdrawn')
    expect(outcome.lines).toContain('1 incident not withdrawn, as the base lacks them')
    expect(await visible(base.connection)).toEqual(others)
  })

  it('loads a folder of records in YAML', async () => {
    const base = await baseOfTest('one')
    const names = await writeSample(join(folder, 'sample'))
    const outcome = await load([join(folder, 'sample')], into(base))
    expect(outcome.code).toBe(0)
    const incidents = names.filter((name) => name.startsWith('incidents/')).length
    expect((await visible(base.connection)).length).toBe(incidents)
  })

  it('says in words what cannot be done', async () => {
    const base = await baseOfTest('one')
    const file = await fileOf('a.csv', table)
    await expect(load([join(folder, 'none')], into(base))).rejects.toThrow('cannot be read')
    await expect(load([file], into(base, { clickhouse: ['http://127.0.0.1:1'] }))).rejects.toThrow(
      'did not answer',
    )
    await expect(load([file], into(base, { clickhouse: ['nonsense'] }))).rejects.toMatchObject({
      name: 'Failure',
    })
    await expect(load([file], into(base, { cluster: 'no_such' }))).rejects.toThrow('no cluster named no_such')
    await expect(load([file], into(base, { database: "a'; DROP" }))).rejects.toMatchObject({
      name: 'Failure',
    })
  })

  it('is a command of the program', async () => {
    const base = await baseOfTest('one')
    const { database } = base.connection.base
    const codes: number[] = []
    const program = createProgram((code) => codes.push(code))
    const file = await fileOf('a.csv', table)
    await program.parseAsync(['load', '--clickhouse', base.connection.url, '--database', database, file], {
      from: 'user',
    })
    expect(codes).toEqual([0])
    expect((await visible(base.connection)).length).toBe(2)
  })
})
