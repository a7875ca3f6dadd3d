import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The program as TypeScript: tests run before anything is built. */
const program = resolve('src/cli/program.ts')
const loader = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'program-'))
  await writeFile(join(folder, 'good.csv'), 'date,title,latitude,longitude\n2024-05-03,A,12.5,36.25\n')
  await writeFile(
    join(folder, 'bad.csv'),
    'date,title,latitude,longitude\n2024-05-03,A,12.5,36.25\nsoon,B,1,2\n',
  )
})
afterAll(() => rm(folder, { recursive: true }))

interface Ended {
  code: number | null
  out: string
  err: string
}

/** Runs the program in the folder. */
function run(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', loader, program, ...args], { cwd: folder })
  let [out, err] = ['', '']
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()))
  return new Promise((settle, reject) => {
    child.on('error', reject)
    child.on('close', (code) => settle({ code, out, err }))
  })
}

describe('the program', () => {
  it('shows how it is used, with examples and exit codes', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    for (const name of ['check', 'publish', 'init', 'template', 'start', 'serve', 'dataset', 'generate'])
      expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(out).toContain('Exit codes: 0 ')
    const help = await run(['publish', '--help'])
    expect(help.out).toContain('incident-atlas publish incidents.xlsx --out my-site')
  })

  it('ends with 2 and one sentence where it is used in a wrong way', async () => {
    expect(await run(['publish', 'good.csv'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/required option '--out <dir>'/) as string,
    })
    expect(await run(['generate', '--out', 'x', '--incidents', '-5'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/It takes a whole number from 0 to 10000000/) as string,
    })
    expect(await run(['publish', 'gone.csv', '--out', 'x', '--data-only'])).toEqual({
      code: 2,
      out: '',
      err: 'incident-atlas: gone.csv cannot be read: give the path of a file\n',
    })
  })

  it('checks files', async () => {
    expect(await run(['check', 'good.csv'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/good\.csv/) as string,
    })
    const { out } = await run(['check', '--json', 'good.csv', 'bad.csv'])
    expect(out.trim().split('\n')).toHaveLength(2)
  })

  it('publishes a table, or says what keeps it from that', async () => {
    const good = await run(['publish', 'good.csv', '--out', 'site-data', '--data-only', '--title', 'Mine'])
    expect(good).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 incident in site-data\nlicence not stated\n$/) as string,
    })
    expect(await readdir(join(folder, 'site-data'))).toContain('manifest.json')
    const bad = await run(['publish', 'bad.csv', '--out', 'bad-data', '--data-only'])
    expect(bad).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/line 3, date: soon\nnothing was written/) as string,
    })
  })

  it('writes a sample folder, which it compiles', async () => {
    expect(await run(['init', 'sample'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/sample.dataset\.yaml/) as string,
    })
    const compiled = await run(['dataset', '--data', 'sample', '--out', 'sample-data'])
    expect(compiled).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n2 incidents, version /) as string,
    })
  })

  it('writes a template, and not over another file', async () => {
    expect(await run(['template', 'mine.xlsx'])).toMatchObject({ code: 0, out: 'mine.xlsx\n' })
    expect(await run(['template', 'mine.xlsx'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is there already/) as string,
    })
    expect(await run(['template', 'mine.txt'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/ends in \.xlsx/) as string,
    })
  })

  it('generates a data set', async () => {
    const { code, out } = await run(['generate', '--incidents', '20', '--out', 'generated'])
    expect(code).toBe(0)
    expect(out).toMatch(/\n20 incidents; [\d.]+ bytes each before the first view\n$/)
  })

  it('starts only with a published data set', async () => {
    const { code, err } = await run(['start', '--data', 'sample'])
    expect([code, err]).toEqual([
      2,
      'incident-atlas: sample holds no manifest.json: --data takes the folder of a published data set\n',
    ])
  })

  it.each([
    [['--clickhouse', 'ftp://127.0.0.1'], '--clickhouse: ftp://127.0.0.1 is no address'],
    [['--clickhouse', 'http://a:b@127.0.0.1:8123'], 'give the password in CLICKHOUSE_PASSWORD'],
    [['--clickhouse', 'http://127.0.0.1:1', '--database', 'a; DROP'], '--database: a; DROP is no name'],
    [['--clickhouse', 'http://127.0.0.1:1', '--cluster', "a'"], "--cluster: a' is no name"],
    [['--clickhouse', 'http://127.0.0.1:1', '--proxy', 'x'], 'It takes an address such as 127.0.0.1'],
    [['--clickhouse', 'http://127.0.0.1:1', '--allow-host', 'https://a.example'], 'It takes a name'],
    [['--clickhouse', 'http://127.0.0.1:1', '--allow-origin', 'https://a.example/map'], 'It takes an origin'],
    [['--port', '80'], "required option '--clickhouse <url>'"],
  ])('serves no base that is named in a wrong way: %j', async (args, complaint) => {
    const { code, err } = await run(['serve', ...args])
    expect(code).toBe(2)
    expect(err).toContain(complaint)
  })
})
