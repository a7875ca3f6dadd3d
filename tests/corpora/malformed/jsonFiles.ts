import { columns, joined, records, utf8, type Expected, type MalformedFile } from './malformedFile.ts'

/** How the texts of one variant are written. */
interface Writing {
  name: string
  /** Between values. */
  space: string
  lineEnd: string
  mark: boolean
}

const writings: readonly Writing[] = [
  { name: 'compact', space: '', lineEnd: '\n', mark: false },
  { name: 'spaced', space: ' ', lineEnd: '\n', mark: false },
  { name: 'crlf', space: '', lineEnd: '\r\n', mark: false },
  { name: 'mark', space: ' ', lineEnd: '\n', mark: true },
]

interface Defect {
  defect: string
  /** @param items the records as JSON */
  make(items: readonly string[], writing: Writing): { text: string; expected: Expected }
}

const all = records.length

function asObject(cells: readonly string[], { space }: Writing): string {
  const members = columns.map((name, i) => {
    const cell = cells[i] ?? ''
    const value = i < 3 ? JSON.stringify(cell) : cell === '' ? 'null' : cell
    return `${JSON.stringify(name)}:${space}${value}`
  })
  return `{${members.join(`,${space}`)}}`
}

function asFeature(cells: readonly string[], writing: Writing): string {
  const geometry = `{"type":"Point","coordinates":[${cells[4]},${cells[3]}]}`
  const properties = asObject(cells, writing)
  return `{"type":"Feature","properties":${properties},"geometry":${geometry}}`
}

function array(items: readonly string[], { lineEnd }: Writing): string {
  return `[${lineEnd}${items.join(`,${lineEnd}`)}${lineEnd}]${lineEnd}`
}

function collection(items: readonly string[], writing: Writing): string {
  return `{"type":"FeatureCollection","features":${array(items, writing)}}`
}

function jsonLines(items: readonly string[], { lineEnd }: Writing): string {
  return items.map((item) => item + lineEnd).join('')
}

function put(items: readonly string[], at: number, item: string): string[] {
  return items.map((each, i) => (i === at ? item : each))
}

/** Nested arrays. */
function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth)
}

function whole(counts: Record<string, number>, rest: object = {}): Expected {
  return { counts: { structure: 2, ...counts }, ...rest }
}

/** Writes all items as one text. */
type Wrap = (items: readonly string[], writing: Writing) => string

/** Defects of lists of objects, in an array or a collection: items that are no objects, or not in strict JSON. */
function itemDefects(wrap: Wrap): Defect[] {
  return [
    {
      defect: 'an item is a number',
      make: (items, writing) => ({
        text: wrap(put(items, 2, '17'), writing),
        expected: whole({ record: all - 1, refused: 1 }, { refusals: ['not-a-record'] }),
      }),
    },
    {
      defect: 'an item is a string',
      make: (items, writing) => ({
        text: wrap(put(items, 2, '"a \\"quoted\\" text, [with] {brackets}"'), writing),
        expected: whole({ record: all - 1, refused: 1 }, { refusals: ['not-a-record'] }),
      }),
    },
    {
      defect: 'an item is null',
      make: (items, writing) => ({
        text: wrap(put(items, 2, 'null'), writing),
        expected: whole({ record: all - 1, refused: 1 }, { refusals: ['not-a-record'] }),
      }),
    },
    {
      defect: 'a value in an item is NaN',
      make: (items, writing) => ({
        text: wrap(put(items, 3, items[3]?.replace('null', 'NaN') ?? ''), writing),
        expected: whole({ record: all }, { warnings: ['json-not-strict'] }),
      }),
    },
  ]
}

/** Defects of lists of objects: values that are too deep, too long or odd. */
function valueDefects(wrap: Wrap): Defect[] {
  return [
    {
      defect: 'an item is nested 70 levels deep',
      make: (items, writing) => ({
        text: wrap(put(items, 3, `{"a":${nested(70)}}`), writing),
        expected: whole({ record: all - 1, refused: 1 }, { refusals: ['too-deep'] }),
      }),
    },
    {
      defect: 'an item is nested 100,000 levels deep',
      make: (items, writing) => ({
        text: wrap(put(items, 3, `{"a":${nested(100_000)}}`), writing),
        expected: whole({ record: all - 1, refused: 1 }, { refusals: ['too-deep'] }),
      }),
    },
    {
      defect: 'an item has a comma before its end',
      make: (items, writing) => ({
        text: wrap(put(items, 1, items[1]?.replace(/\}$/, ',}') ?? ''), writing),
        expected: whole({ record: all }, { warnings: ['json-not-strict'] }),
      }),
    },
    {
      defect: 'an item has a member named __proto__',
      make: (items, writing) => ({
        text: wrap(put(items, 1, items[1]?.replace('"id"', '"__proto__"') ?? ''), writing),
        expected: whole({ record: all }),
      }),
    },
    {
      defect: 'an item has a value of more than a million characters',
      make: (items, writing) => ({
        text: wrap(put(items, 1, items[1]?.replace('Homs', 'x'.repeat(1_000_001)) ?? ''), writing),
        expected: whole({ record: all - 1, refused: 1 }, { refusals: ['cell-too-long'] }),
      }),
    },
    {
      defect: 'a text holds a lone surrogate and a null',
      make: (items, writing) => ({
        text: wrap(put(items, 1, items[1]?.replace('Homs', '\\ud800 \\u0000') ?? ''), writing),
        expected: whole({ record: all }),
      }),
    },
  ]
}

/** Defects of an array that its items do not survive. */
const brokenLists: readonly Defect[] = [
  {
    defect: 'a name is written in single quotes',
    make: (items, writing) => ({
      text: array(put(items, 1, items[1]?.replace('"id"', "'id'") ?? ''), writing),
      expected: {
        counts: { record: all - 1, refused: 1, structure: 2 },
        refusals: ['damaged-record'],
      },
    }),
  },
  {
    defect: 'breaks off inside an item',
    make: (items, writing) => {
      const text = array(items, writing)
      return {
        text: text.slice(0, text.indexOf('"e6"') + 30),
        expected: {
          counts: { record: 5, refused: 1, structure: 1 },
          warnings: ['truncated'],
          refusals: ['damaged-record'],
        },
      }
    },
  },
  {
    defect: 'breaks off between two items',
    make: (items, writing) => {
      const text = array(items, writing)
      return {
        text: text.slice(0, text.indexOf('"e6"') - 6 - 2 * writing.space.length - writing.lineEnd.length),
        expected: { counts: { record: 5, structure: 1 }, warnings: ['truncated'] },
      }
    },
  },
  {
    defect: 'has a comma after the last item',
    make: (items, writing) => ({
      text: array(items, writing).replace(/\}(\s*)\]/, '},$1]'),
      expected: { counts: { record: all, structure: 2 } },
    }),
  },
  {
    defect: 'has text after its end',
    make: (items, writing) => ({
      text: `${array(items, writing)}and more`,
      expected: { counts: { record: all, structure: 2, refused: 1 } },
    }),
  },
]

const lineDefects: readonly Defect[] = [
  {
    defect: 'a line breaks off',
    make: (items, writing) => ({
      text: jsonLines(put(items, 2, items[2]?.slice(0, 20) ?? ''), writing),
      expected: { counts: { record: all - 1, refused: 1 }, refusals: ['damaged-record'] },
    }),
  },
  {
    defect: 'the last line breaks off',
    make: (items, writing) => ({
      text: jsonLines(put(items, all - 1, items[all - 1]?.slice(0, 20) ?? ''), writing),
      expected: { counts: { record: all - 1, refused: 1 }, refusals: ['damaged-record'] },
    }),
  },
  {
    defect: 'a line is no JSON',
    make: (items, writing) => ({
      text: jsonLines(put(items, 2, 'Internal Server Error'), writing),
      expected: { counts: { record: all - 1, refused: 1 }, refusals: ['damaged-record'] },
    }),
  },
  {
    defect: 'a line is a number',
    make: (items, writing) => ({
      text: jsonLines(put(items, 2, '42'), writing),
      expected: { counts: { record: all - 1, refused: 1 }, refusals: ['not-a-record'] },
    }),
  },
  {
    defect: 'a line holds two records',
    make: (items, writing) => ({
      text: jsonLines(put(items, 2, `${items[2]}${items[3]}`), writing),
      expected: { counts: { record: all - 1, refused: 1 }, refusals: ['damaged-record'] },
    }),
  },
  {
    defect: 'blank lines stand between the records',
    make: (items, writing) => ({
      text: jsonLines(
        items.flatMap((item) => [item, '']),
        writing,
      ),
      expected: { counts: { record: all, blank: all } },
    }),
  },
  {
    defect: 'a line is nested 70 levels deep',
    make: (items, writing) => ({
      text: jsonLines(put(items, 2, `{"a":${nested(70)}}`), writing),
      expected: { counts: { record: all - 1, refused: 1 }, refusals: ['too-deep'] },
    }),
  },
  {
    defect: 'a number has more digits than a double',
    make: (items, writing) => ({
      text: jsonLines(put(items, 0, items[0]?.replace(/2\}$/, '90071992547409931}') ?? ''), writing),
      expected: {
        counts: { record: all },
        cells: [{ record: 0, text: 'e1|2024-01-02|Idlib|35.93|36.63|90071992547409931' }],
      },
    }),
  },
]

const featureDefects: readonly Defect[] = [
  {
    defect: 'a geometry is null',
    make: (items, writing) => ({
      text: collection(
        put(items, 2, items[2]?.replace(/"geometry":.*\}$/, '"geometry":null}') ?? ''),
        writing,
      ),
      expected: { counts: { record: all, structure: 2 } },
    }),
  },
  {
    defect: 'a geometry has no coordinates',
    make: (items, writing) => ({
      text: collection(
        put(items, 2, items[2]?.replace(/"coordinates":\[.*?\]/, '"coordinates":[]') ?? ''),
        writing,
      ),
      expected: { counts: { record: all, structure: 2 } },
    }),
  },
  {
    defect: 'coordinates are texts',
    make: (items, writing) => ({
      text: collection(
        put(items, 2, items[2]?.replace(/"coordinates":\[.*?\]/, '"coordinates":["36.75","35.13"]') ?? ''),
        writing,
      ),
      expected: { counts: { record: all, structure: 2 } },
    }),
  },
  {
    defect: 'a geometry is of a type that there is not',
    make: (items, writing) => ({
      text: collection(put(items, 2, items[2]?.replace('"Point"', '"Circle"') ?? ''), writing),
      expected: { counts: { record: all, structure: 2 } },
    }),
  },
  {
    defect: 'a geometry collection holds itself 1,000 times',
    make: (items, writing) => {
      const inner = '{"type":"GeometryCollection","geometries":['
      const geometry = `${inner.repeat(1000)}${']}'.repeat(1000)}`
      return {
        text: collection(
          put(items, 2, items[2]?.replace(/"geometry":.*\}$/, `"geometry":${geometry}}`) ?? ''),
          writing,
        ),
        expected: {
          counts: { record: all - 1, refused: 1, structure: 2 },
          refusals: ['too-deep'],
        },
      }
    },
  },
]

function filesOf(
  extension: string,
  defects: readonly Defect[],
  write: (cells: readonly string[], writing: Writing) => string,
): MalformedFile[] {
  return defects.flatMap(({ defect, make }) =>
    writings.map((writing) => {
      const { text, expected } = make(
        records.map((cells) => write(cells, writing)),
        writing,
      )
      const mark = writing.mark ? Uint8Array.of(0xef, 0xbb, 0xbf) : new Uint8Array(0)
      return {
        name: `${writing.name}.${extension}`,
        defect,
        bytes: joined(mark, utf8(text)),
        expected: [expected],
      }
    }),
  )
}

/** JSON, JSON Lines and GeoJSON, each defect in four ways of writing. */
export const jsonFiles: readonly MalformedFile[] = [
  ...filesOf('json', [...itemDefects(array), ...valueDefects(array), ...brokenLists], asObject),
  ...filesOf(
    'geojson',
    [...itemDefects(collection), ...valueDefects(collection), ...featureDefects],
    asFeature,
  ),
  ...filesOf('jsonl', lineDefects, asObject),
]
