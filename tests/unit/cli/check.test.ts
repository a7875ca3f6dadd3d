import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFiles, type CheckOptions, type CheckOutcome } from '../../../src/cli/check.ts'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'check-'))
})
afterAll(() => rm(scratch, { recursive: true }))

const corpus = 'tests/corpora/tables'

async function checkFile(file: string, options: CheckOptions): Promise<CheckOutcome> {
  const [outcome, ...more] = await checkFiles([file], options)
  if (!outcome || more.length > 0) throw new Error(`${file} has ${more.length + 1} outcomes`)
  return outcome
}

describe('the check of a file', () => {
  it('says in words what is in a file', async () => {
    const { code, output } = await checkFile(join(corpus, 'two-tables.csv'), { json: false, rows: undefined })
    expect(code).toBe(0)
    expect(output.split('\n').slice(1)).toEqual([
      '  encoding utf-8 (all bytes are valid)',
      '  cells by comma, no quotes, lines by LF',
      '  table 1: 5 records, 4 columns: id, date, place, killed',
      '  table 2: 3 records, 3 columns: actor, kind, incidents',
      '  8 records + 2 header rows + 1 blank = 11 rows',
      '  1 x another table begins here (line 9)',
      '  table 1: read by its columns: id = id, day = date, place = place, killed = killed',
      '    5 accepted, 0 rejected: 5 incidents',
      '  table 2: no incidents: it has neither dates nor places',
      '  5 incidents from 2025-10-20 to 2025-10-24',
    ])
  })

  it('prints one line of JSON whose kinds of rows add up', async () => {
    const file = join(corpus, 'preamble-of-lines.csv')
    const { output } = await checkFile(file, { json: true, rows: undefined })
    expect(output).not.toContain('\n')
    expect(JSON.parse(output)).toMatchObject({
      file,
      format: 'table',
      encoding: 'utf-8',
      delimiter: ',',
      rows: 9,
      records: 5,
      accepted: 5,
      rejected: 0,
      from: '2025-10-20',
      reasons: {},
      header: 1,
      preamble: 2,
      blank: 1,
      refused: 0,
      tables: [{ columns: ['id', 'date', 'place', 'killed'], records: 5 }],
    })
  })

  it('writes each table as plain CSV in UTF-8, the header first', async () => {
    const out = join(scratch, 'rows')
    await checkFile(join(corpus, 'two-tables.csv'), { json: true, rows: out })
    await checkFile(join(corpus, 'windows-1252-french.csv'), { json: true, rows: out })
    await checkFile(join(corpus, 'empty.csv'), { json: true, rows: out })
    expect((await readdir(out)).toSorted()).toEqual([
      'empty.csv_converted.csv',
      'two-tables.csv_converted.csv',
      'two-tables.csv_converted_2.csv',
      'windows-1252-french.csv_converted.csv',
    ])
    expect(await readFile(join(out, 'two-tables.csv_converted_2.csv'), 'utf8')).toBe(
      'actor,kind,incidents\r\nGroup A,militia,12\r\nGroup B,army,7\r\nGroup C,police,3\r\n',
    )
    expect(await readFile(join(out, 'windows-1252-french.csv_converted.csv'), 'utf8')).toContain(
      'Enlèvement d’un médecin',
    )
    expect(await readFile(join(out, 'empty.csv_converted.csv'), 'utf8')).toBe('')
  })

  it('gives 1 where a record was kept out', async () => {
    const file = join(scratch, 'wide.csv')
    await writeFile(file, `id,date\n1,2025-10-20\n2,2025-10-21\n3${',4'.repeat(1000)}\n`)
    const { code, output } = await checkFile(file, { json: false, rows: undefined })
    expect(code).toBe(1)
    expect(output).toContain('2 records + 1 header row + 1 kept out = 4 rows')
    expect(output).toContain('1 x it has more than 1,000 cells (line 4)')
  })

  it('gives 2 and the reason where a file cannot be read', async () => {
    const binary = join(scratch, 'binary.csv')
    await writeFile(
      binary,
      Uint8Array.from({ length: 500 }, (_, i) => i % 8),
    )
    expect(await checkFile(binary, { json: false, rows: undefined })).toMatchObject({ code: 2 })
    const missing = await checkFile(join(scratch, 'none.csv'), { json: true, rows: undefined })
    expect(missing.code).toBe(2)
    expect(JSON.parse(missing.output)).toMatchObject({
      error: 'cannot be read: give the path of a file or folder',
    })
  })
})

describe('the check of several files', () => {
  const json = { json: true, rows: undefined }

  async function written(name: string, text: string): Promise<string> {
    const file = join(scratch, name)
    await writeFile(file, text)
    return file
  }

  it('joins what belongs together, and says of each file what is in it', async () => {
    const base = await written('base.csv', 'id,date,lat,lon,title\n1,2025-10-20,36,37,A\n2,soon,10,20,B\n')
    const mended = await written(
      'mended.csv',
      'id,date,lat,lon,title,rejected_reason,rejected_line,rejected_column,rejected_file\n' +
        '2,2025-11-21,10,20,B,no date,3,date,base.csv\n',
    )
    const outcomes = await checkFiles([base, mended], json)
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0])
    expect(outcomes.map(({ output }) => JSON.parse(output))).toMatchObject([
      {
        file: base,
        accepted: 1,
        leftOut: 1,
        incidents: 1,
        from: '2025-10-20',
        to: '2025-10-20',
        bounds: { west: 37, east: 37 },
      },
      { file: mended, accepted: 1, incidents: 1, from: '2025-11-21', bounds: { west: 20, east: 20 } },
    ])
  })

  it('has one outcome for the files of a folder of records', async () => {
    const { writeSample } = await import('../../../src/cli/sampleFolder.ts')
    const folder = join(scratch, 'sample')
    await writeSample(folder)
    const outcomes = (await checkFiles([folder], json)).map(({ output }) => JSON.parse(output))
    expect(outcomes.find(({ format }) => format === 'atlas-yaml')).toMatchObject({ rejected: 0, faults: {} })
    expect(outcomes.find(({ format }) => format === 'atlas-yaml').incidents).toBeGreaterThan(0)
  })

  it('says which file is missing or given twice, and goes on', async () => {
    const one = await written('one.csv', 'id,date,title\n1,2025-10-20,A\n')
    const copy = await written('copy.csv', 'id,date,title\n1,2025-10-20,A\n')
    const out = join(scratch, 'both')
    const outcomes = await checkFiles([join(scratch, 'none.csv'), one, copy], { json: false, rows: out })
    expect(outcomes.map(({ code }) => code)).toEqual([2, 0, 2])
    expect(outcomes[2]?.output).toContain('given twice')
    expect((await readdir(out)).toSorted()).toEqual(['copy.csv_converted.csv', 'one.csv_converted.csv'])
  })
})
