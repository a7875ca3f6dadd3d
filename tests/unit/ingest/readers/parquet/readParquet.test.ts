import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import type { FaultyFile, ReadFile } from '../../../../../src/ingest/readers/fileTable.ts'
import { readParquet } from '../../../../../src/ingest/readers/parquet/readParquet.ts'

type Written = Parameters<typeof parquetWriteBuffer>[0]

async function readBytes(bytes: Uint8Array): Promise<ReadFile | FaultyFile> {
  const [file] = await readParquet('a.parquet', bytes, {})
  if (!file) throw new Error('nothing read')
  return file
}

async function read(written: Written): Promise<ReadFile> {
  const file = await readBytes(new Uint8Array(parquetWriteBuffer(written)))
  if ('fault' in file) throw new Error(file.fault)
  return file
}

/** The cells of one column. */
async function column(written: Written['columnData'][number]): Promise<string[]> {
  const { tables } = await read({ columnData: [written] })
  return [...(tables[0]?.rows() ?? [])].map(({ cells }) => cells[0] ?? '')
}

/** A geometry of positions in WKB, little-endian. @param type 1: point; 2: line; 3: polygon of one ring */
function wkb(type: 1 | 2 | 3, ...positions: readonly (readonly number[])[]): Uint8Array {
  const counts = type === 1 ? [] : type === 2 ? [positions.length] : [1, positions.length]
  const view = new DataView(new ArrayBuffer(5 + 4 * counts.length + 16 * positions.length))
  view.setUint8(0, 1)
  view.setUint32(1, type, true)
  counts.forEach((count, i) => view.setUint32(5 + 4 * i, count, true))
  positions.flat().forEach((value, i) => view.setFloat64(5 + 4 * counts.length + 8 * i, value, true))
  return new Uint8Array(view.buffer)
}

function geo(crs?: unknown): { key: string; value: string }[] {
  const geometry = { encoding: 'WKB', geometry_types: [], ...(crs === undefined ? {} : { crs }) }
  return [
    {
      key: 'geo',
      value: JSON.stringify({ version: '1.1.0', primary_column: 'geom', columns: { geom: geometry } }),
    },
  ]
}

describe('the values of a Parquet file', () => {
  it('lose no digit, and null is empty', async () => {
    expect(await column({ name: 'a', data: [9007199254740993n, -1n, null], type: 'INT64' })).toEqual([
      '9007199254740993',
      '-1',
      '',
    ])
    expect(await column({ name: 'a', data: [35.1, 0, null], type: 'FLOAT' })).toEqual(['35.1', '0', ''])
    expect(await column({ name: 'a', data: [1e-7, 1e21, Number.NaN], type: 'DOUBLE' })).toEqual([
      '0.0000001',
      '1000000000000000000000',
      '',
    ])
    expect(await column({ name: 'a', data: [true, false, null], type: 'BOOLEAN' })).toEqual([
      'true',
      'false',
      '',
    ])
  })

  it('are days and times as stored', async () => {
    const data = ['2024-02-29', '1960-01-01T12:30:00.500Z', '1969-12-31T23:59:59Z'].map(
      (text) => new Date(text),
    )
    expect(await column({ name: 'a', data, type: 'TIMESTAMP' })).toEqual([
      '2024-02-29',
      '1960-01-01T12:30:00.5',
      '1969-12-31T23:59:59',
    ])
  })

  it('are decimals by their unscaled integer', async () => {
    const schema: Written['schema'] = [
      { name: 'root', num_children: 1 },
      {
        name: 'a',
        type: 'INT32',
        repetition_type: 'REQUIRED',
        converted_type: 'DECIMAL',
        scale: 2,
        precision: 9,
      },
    ]
    const { tables } = await read({ schema, columnData: [{ name: 'a', data: [1.1, -0.05, 3] }] })
    expect([...(tables[0]?.rows() ?? [])].map(({ cells }) => cells[0])).toEqual(['1.1', '-0.05', '3'])
  })

  it('are JSON where they are lists', async () => {
    expect(await column({ name: 'a', data: [{ b: [1, 'x'] }, null], type: 'JSON' })).toEqual([
      '{"b":[1,"x"]}',
      '',
    ])
  })

  it('come in columns of any name', async () => {
    const { tables } = await read({
      columnData: ['__proto__', 'constructor', ''].map((name) => ({
        name,
        data: ['x'],
        type: 'STRING' as const,
      })),
    })
    expect(tables[0]).toMatchObject({ columns: ['__proto__', 'constructor', ''], records: 1 })
    expect(tables[0]?.record(0).cells).toEqual(['x', 'x', 'x'])
  })

  it('beyond a megabyte keep their row out, with the reason', async () => {
    const data = ['a', 'x'.repeat(1_000_001), 'b']
    const { account, tables } = await read({ columnData: [{ name: 'a', data, type: 'STRING' }] })
    expect(account.counts).toEqual({ record: 2, refused: 1 })
    expect(account.entry(1)).toEqual({ kind: 'refused', line: 2, lastLine: 2, refusal: 'cell-too-long' })
    expect(tables[0]?.record(1)).toEqual({ entry: 2, cells: ['b'] })
  })
})

describe('the geometries of a Parquet file', () => {
  const names = ['longitude', 'latitude', 'altitude', 'geometry']

  it('are longitude, latitude and type; a point inside stands for a line or polygon', async () => {
    const square = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ]
    const data = [wkb(1, [36.2, 35.1]), wkb(3, ...square), wkb(2, [1, 2], [3, 4], [5, 6]), null]
    const { tables, warnings } = await read({
      columnData: [{ name: 'geom', data, type: 'BYTE_ARRAY' }],
      kvMetadata: geo(),
    })
    expect(tables[0]?.columns).toEqual(names)
    expect([...(tables[0]?.rows() ?? [])].map(({ cells }) => cells.join())).toEqual([
      '36.2,35.1,,Point',
      '2,2,,Polygon',
      '3,4,,LineString',
      ',,,',
    ])
    expect(warnings).toEqual([])
  })

  it('have no position in another reference system, or where they cannot be read', async () => {
    const data = [wkb(1, [500_000, 4_000_000]), Uint8Array.of(1, 2)]
    const { tables, warnings } = await read({
      columnData: [{ name: 'geom', data, type: 'BYTE_ARRAY' }],
      kvMetadata: geo({ id: { authority: 'EPSG', code: 32637 } }),
    })
    expect(tables[0]?.columns).toEqual(['geometry'])
    expect([...(tables[0]?.rows() ?? [])].map(({ cells }) => cells)).toEqual([['Point'], ['']])
    expect(warnings).toEqual([
      { code: 'other-reference-system', count: 1, lines: [1] },
      { code: 'unreadable-geometry', count: 1, lines: [2] },
    ])
  })

  it('leave columns of the same name as they are', async () => {
    const { tables } = await read({
      columnData: [
        { name: 'longitude', data: ['given'], type: 'STRING' },
        { name: 'geom', data: [wkb(1, [36.2, 35.1])], type: 'BYTE_ARRAY' },
      ],
      kvMetadata: geo(),
    })
    expect(tables[0]?.columns).toEqual(['longitude', 'geom.longitude', 'latitude', 'altitude', 'geometry'])
  })
})

describe('a Parquet file that cannot be read', () => {
  const good = new Uint8Array(
    parquetWriteBuffer({ columnData: [{ name: 'a', data: ['x', 'y', 'z'], type: 'STRING' }] }),
  )

  it('is refused as damaged', async () => {
    const cut = good.slice(0, good.length - 20)
    const swapped = good.slice()
    swapped.set([1, 2, 3, 4], good.length - 8)
    for (const bytes of [cut, swapped, new Uint8Array(0), good.slice(-8)])
      expect(await readBytes(bytes)).toMatchObject({ fault: 'damaged-file' })
  })

  it('is refused as encrypted', async () => {
    const encrypted = good.slice()
    encrypted.set(new TextEncoder().encode('PARE'), good.length - 4)
    expect(await readBytes(encrypted)).toMatchObject({ fault: 'encrypted' })
  })

  it('rejects with the reason of the signal', async () => {
    const reason = new Error('enough')
    await expect(readParquet('a', good, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})
