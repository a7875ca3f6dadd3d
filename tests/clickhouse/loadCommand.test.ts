import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
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
    expect(again.lines.at(-2)).toMatch(/^nothing has changed/)
    expect(again.lines.at(-1)).toContain('title "Base", no publisher, no licence')
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

  it('gives an incident without an id the same one whatever it is loaded with, and under any name of its file', async () => {
    const base = await baseOfTest('one')
    const day = (text: string) => `date,title,latitude,longitude,killed\n2024-05-09,${text},12.5,36.25,2\n`
    const first = await fileOf('day1.csv', day('First'))
    await load([first], into(base))
    const second = await fileOf('day2.csv', day('Second'))
    const both = await load([first, second], into(base))
    expect(both.lines).toContain('1 incident added')
    expect(both.lines).toContain('1 incident there already')
    const renamed = await load([await fileOf('other.csv', day('First'))], into(base))
    expect(renamed.lines.join('\n')).not.toContain('added')
    expect((await visible(base.connection)).length).toBe(2)
  })

  it('takes the record of a later file where two have one id, each time', async () => {
    const base = await baseOfTest('one')
    const files = [
      await fileOf('day1.csv', 'id,date,title\nINC1,2024-05-09,Reported\n'),
      await fileOf('day2.csv', 'id,date,title\nINC1,2024-05-09,Corrected\n'),
    ]
    for (let run = 0; run < 3; run += 1) {
      await load(files, into(base))
      expect(await visible(base.connection)).toMatchObject([{ id: 'INC1', title: { en: 'Corrected' } }])
    }
  })

  it('keeps what is withdrawn out, however often it is loaded', async () => {
    const base = await baseOfTest('one')
    const file = await fileOf('a.csv', 'id,date,title\na,2024-05-09,One\nb,2024-05-09,Two\n')
    await load([file], into(base))
    const withdraw = await fileOf('ids.txt', ' a \n')
    await load([], into(base, { withdraw }))
    for (let run = 0; run < 3; run += 1) {
      expect(await visible(base.connection)).toMatchObject([{ id: 'b' }])
      await load([file], into(base, { withdraw }))
    }
    await expect(load([], into(base))).rejects.toThrow('give files')
  })

  it('refuses the incidents of another publisher with the same numbers, until they have a prefix', async () => {
    const base = await baseOfTest('one')
    const tableOf = (what: string, year: number) =>
      [
        'id,date,title,place',
        ...Array.from({ length: 20 }, (_, i) => `${i},${year}-05-09,${what} ${i},${what}`),
      ].join('\n')
    await load([await fileOf('a.csv', tableOf('Raid', 2020))], into(base))
    const other = await fileOf('b.csv', tableOf('Flood', 2021))
    await expect(load([other], into(base))).rejects.toThrow('--id-prefix')
    expect((await readLoadLog(base.connection)).versions).toHaveLength(1)
    await load([other], into(base, { idPrefix: 'floods', discard: true }))
    const ids = (await visible(base.connection)).map(({ id }) => id)
    expect(ids).toHaveLength(40)
    expect(ids).toContain('floods-7')
  })

  it('withdraws nothing for --whole where a record or a file was not read, or nothing was', async () => {
    const base = await baseOfTest('one')
    const good = 'id,date,title\na,2024-05-09,One\nb,2024-05-09,Two\n'
    await load([await fileOf('a.csv', good)], into(base))
    const broken = await load(
      [await fileOf('a.csv', good.replace('b,2024-05-09', 'b,soon'))],
      into(base, { whole: true }),
    )
    expect(broken.code).toBe(1)
    expect(broken.lines.join('\n')).toContain('nothing was withdrawn')
    const half = [await fileOf('a.csv', good.replace(/b.*\n/, '')), await fileOf('b.csv', '')]
    expect((await load(half, into(base, { whole: true }))).lines.join('\n')).toContain(
      'b.csv: the file is empty',
    )
    await mkdir(join(folder, 'empty'))
    await expect(load([join(folder, 'empty')], into(base, { whole: true }))).rejects.toThrow(
      'no file was found',
    )
    await expect(
      load([await fileOf('c.csv', 'id,date,title\n')], into(base, { whole: true })),
    ).rejects.toThrow(/there are no incidents to load$/)
    expect((await visible(base.connection)).length).toBe(2)
    const whole = await load([await fileOf('a.csv', good.replace(/b.*\n/, ''))], into(base, { whole: true }))
    expect(whole.lines).toContain('1 incident withdrawn')
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
