import * as fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTable, type ReadTables } from '../../../../src/ingest/readers/readTable.ts'
import { propertyRuns } from '../../../propertyRuns.ts'
import { expectAccounted } from './expectAccounted.ts'

const corpus = 'tests/corpora/tables'
const seeds = readdirSync(corpus)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => readFileSync(join(corpus, name)))

const encoder = new TextEncoder()

async function read(text: string): Promise<ReadTables> {
  const result = await readTable(encoder.encode(text))
  if (!result.ok) throw new Error(result.code)
  return result.value
}

/** Columns and cells of the first table. */
async function firstTable(text: string): Promise<readonly string[][]> {
  const [table] = (await read(text)).tables
  return table ? [[...table.columns], ...[...table.rows()].map(({ cells }) => cells)] : []
}

describe('the account of a file', () => {
  it('covers random bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(fc.constantFrom(...Array.from('a1,;\t|"\'\\\n\r #é\u0000�', (each) => encoder.encode(each))), {
          maxLength: 200,
        })
        .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part]))),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (each) => {
        const result = await readTable(each)
        if (result.ok) expectAccounted(each, result.value)
      }),
      { numRuns: propertyRuns(2000) },
    )
  })

  it('covers files of the corpus with bytes put in, taken out, doubled and cut off', async () => {
    const change = fc.record({
      at: fc.nat(2000),
      drop: fc.constantFrom(0, 0, 1, 2, 40),
      put: fc.constantFrom(
        '',
        '"',
        '""',
        "'",
        '\n',
        '\r',
        '\r\n',
        ',',
        ';',
        '\\',
        '#',
        '\n\n',
        ',"',
        '",',
        'é',
      ),
    })
    const mutated = fc
      .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(3))
      .map(([seed, changes, cut]) => {
        let bytes = Buffer.from(seed)
        for (const { at, drop, put } of changes) {
          const from = bytes.length === 0 ? 0 : at % bytes.length
          bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(from + drop)])
        }
        return new Uint8Array(cut === 0 ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes)
      })
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        const result = await readTable(bytes)
        if (result.ok) expectAccounted(bytes, result.value)
      }),
      { numRuns: propertyRuns(3000) },
    )
  })
})

const note = fc.array(
  fc.constantFrom('shots', 'near', 'the', 'road', ', ', '; ', '"', '""', '\n', "'", 'مدينة', 'é', ' | ', '5'),
  { minLength: 1, maxLength: 12 },
)

/** Rows of incidents with an id, a date, a note of any text, a position and a toll. */
const incidentRows = fc.array(
  fc.record({
    note: note.map((parts) => `x${parts.join(' ')}y`),
    day: fc.integer({ min: 10, max: 28 }),
    killed: fc.nat(30),
  }),
  { minLength: 4, maxLength: 30 },
)

const header = ['id', 'date', 'notes', 'lat', 'killed']

function rowsOf(rows: readonly { note: string; day: number; killed: number }[]): string[][] {
  return rows.map((row, i) => [
    String(i + 1),
    `2025-10-${row.day}`,
    row.note,
    `36.${row.day}`,
    String(row.killed),
  ])
}

function written(rows: readonly string[][], delimiter: string, lineEnd: string): string {
  const cell = (text: string) => (/[\n\r"',;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('')
}

describe('a well-formed table', () => {
  it('is read back as it was written, with any delimiter and line end', async () => {
    const delimiter = fc.constantFrom(',', ';', '\t', '|')
    const lineEnd = fc.constantFrom('\n', '\r\n')
    await fc.assert(
      fc.asyncProperty(incidentRows, delimiter, lineEnd, async (incidents, by, end) => {
        const rows = [header, ...rowsOf(incidents)]
        expect(await firstTable(written(rows, by, end))).toEqual(rows)
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  it('loses no other row to a quote that opens one cell without closing it', async () => {
    await fc.assert(
      fc.asyncProperty(
        incidentRows,
        fc.nat(),
        fc.constantFrom(0, 1, 3, 4),
        async (incidents, which, column) => {
          const rows = rowsOf(incidents)
          const lines = rows.map((row) => written([row], ',', '\n'))
          const broken = which % rows.length
          const row = rows[broken] ?? []
          const cell = row[column] ?? ''
          const plain = row.map((each, i) => (i === 2 ? 'quiet' : each))
          plain[column] = `"${cell}`
          lines[broken] = `${plain.join(',')}\n`
          const expected = rows.map((each, i) => (i === broken ? plain : each))
          expect(await firstTable(`${header.join(',')}\n${lines.join('')}`)).toEqual([header, ...expected])
        },
      ),
      { numRuns: propertyRuns(500) },
    )
  })
})

describe('a long file', () => {
  it('may quote a cell for the first time far below its head', async () => {
    const plain = Array.from({ length: 20_000 }, (_, i) => [String(i), '2025-10-20', 'quiet', '36.2', '0'])
    const rows = [header, ...plain, ['20000', '2025-10-21', 'shots, then "calm"', '36.3', '2']]
    expect(await firstTable(written(rows, ',', '\n'))).toEqual(rows)
  })
})

describe('limits', () => {
  const small = 'id,date,notes\n1,2025-10-20,a\n2,2025-10-21,b\n3,2025-10-22,c\n'

  it('keeps out a record with a cell of more than a million characters, and reads the rest', async () => {
    const { account, warnings } = await read(
      `${small}4,2025-10-23,${'x'.repeat(1_000_001)}\n5,2025-10-24,e\n`,
    )
    expect(account.counts).toMatchObject({ record: 4, refused: 1, header: 1 })
    expect(warnings).toContainEqual({ code: 'cell-too-long', count: 1, lines: [5] })
  })

  it('takes a cell of a million characters', async () => {
    const { account } = await read(`${small}4,2025-10-23,${'x'.repeat(1_000_000)}\n`)
    expect(account.counts).toMatchObject({ record: 4, refused: 0 })
  })

  it('keeps out a record of more than 1,000 cells', async () => {
    const { account, warnings } = await read(`${small}4${',5'.repeat(1000)}\n`)
    expect(account.counts).toMatchObject({ record: 3, refused: 1 })
    expect(warnings).toContainEqual({ code: 'row-too-wide', count: 1, lines: [5] })
  })

  it('refuses a table of more than 1,000 columns', async () => {
    const row = `${Array.from({ length: 1001 }, (_, i) => i).join(',')}\n`
    expect(await readTable(encoder.encode(row.repeat(3)))).toEqual({ ok: false, code: 'too-many-columns' })
  })

  it('refuses what is no text', async () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, i) => i % 8)
    expect(await readTable(bytes)).toEqual({ ok: false, code: 'binary-content' })
    expect(await readTable(encoder.encode('PK\u0003\u0004 and more'))).toEqual({
      ok: false,
      code: 'binary-content',
    })
  })

  it('refuses UTF-32', async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])
    expect(await readTable(bytes)).toEqual({ ok: false, code: 'unsupported-encoding' })
  })

  it.each([
    ['each row opens a quote', 'id,a,b\n', '1,"x" y,"z\n'],
    ['one long line of quotes', '', '","'],
    ['quotes alone', '', '"\n'],
    ['quotes that a backslash leaves open', 'id,a,b\n', '1,"x\\"y","\\"\n'],
    ['quotes that close far below', 'id,a,b\n', '"x\n","y\n",z"\n'],
    ['many small tables', '', 'id,date,n\n1,2025-10-20,3\n2,2025-10-21,4\n\n'],
    ['rows of two widths', 'a,b,c\n', 'x,y\nx,y,z,w\nu,v,w\n'],
  ])(
    'ends, where a search that begins anew at each row would not within the limit: %s',
    async (_, head, part) => {
      const bytes = encoder.encode(head + part.repeat(Math.ceil(300_000 / part.length)))
      const result = await readTable(bytes)
      expect([true, 'too-many-columns']).toContain(result.ok || result.code)
      if (result.ok) expectAccounted(bytes, result.value)
    },
    120_000,
  )
})

describe('progress and cancelling', () => {
  const large = `id,date,notes\n${'1,2025-10-20,"some text"\n'.repeat(200_000)}`

  it('tells the share that is done, up to 1', async () => {
    const shares: number[] = []
    await readTable(encoder.encode(large), { onProgress: (share) => shares.push(share) })
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('rejects with the reason of the signal', async () => {
    const controller = new AbortController()
    const done = readTable(encoder.encode(large), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('stopped')),
    })
    await expect(done).rejects.toThrow('stopped')
  })
})
