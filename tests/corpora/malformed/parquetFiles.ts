import { gzipSync } from 'fflate'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { columns, joined, records, utf8, type Expected, type MalformedFile } from './malformedFile.ts'

const all = records.length

type Options = Omit<Parameters<typeof parquetWriteBuffer>[0], 'columnData'>

/** How the files of one variant are written. */
const writings: readonly { name: string; options: Options }[] = [
  { name: 'plain', options: { codec: 'UNCOMPRESSED' } },
  { name: 'snappy', options: { codec: 'SNAPPY' } },
  {
    name: 'gzip',
    options: { codec: 'GZIP', compressors: { GZIP: (bytes) => gzipSync(bytes, { mtime: 0 }) } },
  },
  { name: 'groups', options: { codec: 'SNAPPY', rowGroupSize: 3 } },
]

function parquet(options: Options): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      ...options,
      columnData: columns.map((name, i) => {
        const cells = records.map((row) => row[i] ?? '')
        return i < 3
          ? { name, data: cells, type: 'STRING' as const }
          : { name, data: cells.map((cell) => (cell === '' ? null : Number(cell))), type: 'DOUBLE' as const }
      }),
    }),
  )
}

function changed(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = bytes.slice()
  copy.set(values, at < 0 ? bytes.length + at : at)
  return copy
}

/** Length of the metadata at the end, and where they begin. */
function footerOf(bytes: Uint8Array): { length: number; start: number } {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true)
  return { length, start: bytes.length - 8 - length }
}

const damaged: Expected = { fault: 'damaged-file' }

const defects: readonly {
  defect: string
  make(bytes: Uint8Array): { bytes: Uint8Array; expected: Expected }
}[] = [
  {
    defect: 'is without any defect',
    make: (bytes) => ({
      bytes,
      expected: {
        counts: { record: all },
        cells: [
          { record: 0, text: 'e1|2024-01-02|Idlib|35.93|36.63|2' },
          { record: 3, text: 'e4|2024-02-11|حلب|36.2|37.16|' },
        ],
      },
    }),
  },
  {
    defect: 'breaks off in the middle',
    make: (bytes) => ({ bytes: bytes.slice(0, bytes.length / 2), expected: damaged }),
  },
  { defect: 'lacks its last byte', make: (bytes) => ({ bytes: bytes.slice(0, -1), expected: damaged }) },
  {
    defect: 'has text after its end',
    make: (bytes) => ({ bytes: joined(bytes, utf8('\n')), expected: damaged }),
  },
  { defect: 'is its first four bytes', make: (bytes) => ({ bytes: bytes.slice(0, 4), expected: damaged }) },
  {
    defect: 'has metadata longer than the file',
    make: (bytes) => ({ bytes: changed(bytes, -8, 255, 255, 255, 127), expected: damaged }),
  },
  {
    defect: 'has metadata of no length',
    make: (bytes) => ({ bytes: changed(bytes, -8, 0, 0, 0, 0), expected: damaged }),
  },
  {
    defect: 'has metadata of zeros',
    make: (bytes) => {
      const { length, start } = footerOf(bytes)
      return { bytes: changed(bytes, start, ...Array<number>(length).fill(0)), expected: damaged }
    },
  },
  {
    defect: 'has metadata of ones',
    make: (bytes) => {
      const { length, start } = footerOf(bytes)
      return { bytes: changed(bytes, start, ...Array<number>(length).fill(255)), expected: damaged }
    },
  },
  {
    defect: 'has pages of zeros',
    make: (bytes) => {
      const { start } = footerOf(bytes)
      return { bytes: changed(bytes, 4, ...Array<number>(start - 4).fill(0)), expected: damaged }
    },
  },
  {
    defect: 'has pages of ones',
    make: (bytes) => {
      const { start } = footerOf(bytes)
      return { bytes: changed(bytes, 4, ...Array<number>(start - 4).fill(255)), expected: damaged }
    },
  },
  {
    defect: 'has a first page that begins with other bytes',
    make: (bytes) => ({ bytes: changed(bytes, 4, 0x15, 0x01), expected: damaged }),
  },
  {
    defect: 'is said to be encrypted',
    make: (bytes) => ({ bytes: changed(bytes, -4, ...utf8('PARE')), expected: { fault: 'encrypted' } }),
  },
  {
    defect: 'lacks its pages',
    make: (bytes) => ({
      bytes: joined(bytes.slice(0, 4), bytes.slice(footerOf(bytes).start)),
      expected: damaged,
    }),
  },
]

/** Parquet files, each defect in four ways of packing. */
export const parquetFiles: readonly MalformedFile[] = defects.flatMap(({ defect, make }) =>
  writings.map(({ name, options }) => {
    const { bytes, expected } = make(parquet(options))
    return { name: `${name}.parquet`, defect, bytes, expected: [expected] }
  }),
)
