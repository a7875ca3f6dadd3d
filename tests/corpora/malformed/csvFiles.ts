import { columns, joined, records, utf8, type Expected, type MalformedFile } from './malformedFile.ts'

/** How the texts of one variant are written. */
interface Dialect {
  name: string
  delimiter: string
  lineEnd: string
  /** Whether every cell is quoted. */
  quoted: boolean
}

const dialects: readonly Dialect[] = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'pipe'],
].flatMap(([delimiter = '', name = '']) =>
  ['\n', '\r\n'].flatMap((lineEnd) =>
    [false, true].map((quoted) => ({
      name: `${name}-${lineEnd === '\n' ? 'lf' : 'crlf'}-${quoted ? 'quoted' : 'bare'}`,
      delimiter,
      lineEnd,
      quoted,
    })),
  ),
)

interface Defect {
  defect: string
  make(dialect: Dialect): { bytes: Uint8Array; expected: Expected }
}

const all = records.length

/** One line without its end. */
function line(cells: readonly string[], { delimiter, quoted }: Dialect): string {
  return cells.map((cell) => (quoted ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)
}

function lines(dialect: Dialect): string[] {
  return [line(columns, dialect), ...records.map((cells) => line(cells, dialect))]
}

/** A file of lines; all end with a line end. */
function file(texts: readonly string[], { lineEnd }: Dialect): Uint8Array {
  return utf8(texts.map((text) => text + lineEnd).join(''))
}

/** Replaces one line. @param at 0 is the header */
function withLine(dialect: Dialect, at: number, change: (text: string) => string): Uint8Array {
  return file(
    lines(dialect).map((text, i) => (i === at ? change(text) : text)),
    dialect,
  )
}

const defects: readonly Defect[] = [
  {
    defect: 'the last line has no line end',
    make: (dialect) => ({
      bytes: utf8(lines(dialect).join(dialect.lineEnd)),
      expected: { counts: { header: 1, record: all }, warnings: [] },
    }),
  },
  {
    defect: 'the last line breaks off after its second cell',
    make: (dialect) => ({
      bytes: withLine(dialect, all, (text) =>
        text.split(dialect.delimiter).slice(0, 2).join(dialect.delimiter),
      ),
      expected: {
        counts: { header: 1, record: all },
        warnings: ['too-few-cells'],
        cells: [{ record: all - 1, text: 'e8|2024-04-30' }],
      },
    }),
  },
  {
    defect: 'a line has a cell too few',
    make: (dialect) => ({
      bytes: withLine(dialect, 3, () => line(['e3', '2024-01-05', 'Hama', '35.13', '36.75'], dialect)),
      expected: {
        counts: { header: 1, record: all },
        warnings: ['too-few-cells'],
        cells: [{ record: 2, text: 'e3|2024-01-05|Hama|35.13|36.75' }],
      },
    }),
  },
  {
    defect: 'a line has two cells too many',
    make: (dialect) => ({
      bytes: withLine(dialect, 3, (text) => text + dialect.delimiter + line(['x', 'y'], dialect)),
      expected: {
        counts: { header: 1, record: all },
        warnings: ['too-many-cells'],
        cells: [{ record: 2, text: 'e3|2024-01-05|Hama|35.13|36.75|1|x|y' }],
      },
    }),
  },
  {
    defect: 'a quotation mark stands inside a cell without quotes',
    make: (dialect) => ({
      bytes: withLine(dialect, 4, () =>
        ['e4', '2024-02-11', 'the 5" shell', '36.2', '37.16', ''].join(dialect.delimiter),
      ),
      expected: {
        counts: { header: 1, record: all },
        cells: [{ record: 3, text: 'e4|2024-02-11|the 5" shell|36.2|37.16|' }],
      },
    }),
  },
  {
    defect: 'a quotation mark opens a cell and is never closed',
    make: (dialect) => ({
      bytes: withLine(dialect, 2, () =>
        ['e2', '2024-01-03', '"Homs', '34.73', '36.71', '0'].join(dialect.delimiter),
      ),
      expected: {
        counts: { header: 1, record: all },
        warnings: ['stray-quote'],
        cells: [
          { record: 2, text: 'e3|2024-01-05|Hama|35.13|36.75|1' },
          { record: 7, text: 'e8|2024-04-30|Château|48.85|2.35|4' },
        ],
      },
    }),
  },
  {
    defect: 'quotation marks inside a quoted cell are not doubled',
    make: (dialect) => ({
      bytes: withLine(dialect, 5, () =>
        ['e5', '2024-02-29', '"the "old" town"', '35.34', '40.14', '12'].join(dialect.delimiter),
      ),
      expected: {
        counts: { header: 1, record: all },
        warnings: ['stray-quote'],
        cells: [{ record: 4, text: 'e5|2024-02-29|the "old" town|35.34|40.14|12' }],
      },
    }),
  },
  {
    defect: 'a quoted cell holds line ends and delimiters',
    make: (dialect) => ({
      bytes: withLine(dialect, 5, () =>
        ['e5', '2024-02-29', `"one${dialect.lineEnd}two${dialect.delimiter}"`, '35.34', '40.14', '12'].join(
          dialect.delimiter,
        ),
      ),
      expected: {
        counts: { header: 1, record: all },
        warnings: [],
        cells: [
          { record: 4, text: `e5|2024-02-29|one${dialect.lineEnd}two${dialect.delimiter}|35.34|40.14|12` },
        ],
      },
    }),
  },
  {
    defect: 'blank lines stand between the records and at the end',
    make: (dialect) => ({
      bytes: file(
        [...lines(dialect).flatMap((text, i) => (i % 3 === 2 ? [text, ''] : [text])), '', ''],
        dialect,
      ),
      expected: { counts: { header: 1, record: all, blank: 5 } },
    }),
  },
  {
    defect: 'lines of delimiters alone stand at the end',
    make: (dialect) => ({
      bytes: file([...lines(dialect), ...Array<string>(3).fill(dialect.delimiter.repeat(5))], dialect),
      expected: { counts: { header: 1, record: all, blank: 3 } },
    }),
  },
  {
    defect: 'a byte order mark stands first, and a zero byte in a cell',
    make: (dialect) => ({
      bytes: joined(
        Uint8Array.of(0xef, 0xbb, 0xbf),
        withLine(dialect, 1, (text) => text.replace('Idlib', 'Id\0lib')),
      ),
      expected: {
        counts: { header: 1, record: all },
        cells: [{ record: 0, text: 'e1|2024-01-02|Id\0lib|35.93|36.63|2' }],
      },
    }),
  },
  {
    defect: 'a line ends in another way than the others',
    make: (dialect) => {
      const other = dialect.lineEnd === '\n' ? '\r\n' : '\n'
      const texts = lines(dialect)
      return {
        bytes: utf8(texts.map((text, i) => text + (i === 4 ? other : dialect.lineEnd)).join('')),
        expected: {
          counts: { header: 1, record: all },
          cells: [{ record: 3, text: 'e4|2024-02-11|حلب|36.2|37.16|' }],
        },
      }
    },
  },
  {
    defect: 'two lines of text stand above the header',
    make: (dialect) => ({
      bytes: file(['Incidents of the year', 'as of May', ...lines(dialect)], dialect),
      expected: { counts: { preamble: 2, header: 1, record: all } },
    }),
  },
  {
    defect: 'a note stands below the records',
    make: (dialect) => ({
      bytes: file([...lines(dialect), '', 'Source: made up for a test'], dialect),
      expected: { counts: { header: 1, record: all, blank: 1, footer: 1 } },
    }),
  },
  {
    defect: 'the header comes again among the records',
    make: (dialect) => {
      const texts = lines(dialect)
      return {
        bytes: file([...texts.slice(0, 5), texts[0] ?? '', ...texts.slice(5)], dialect),
        expected: { counts: { header: 2, record: all }, warnings: ['several-tables'] },
      }
    },
  },
  {
    defect: 'there is a header and nothing else',
    make: (dialect) => ({
      bytes: file(lines(dialect).slice(0, 1), dialect),
      expected: { counts: { header: 1 } },
    }),
  },
  {
    defect: 'there is no header',
    make: (dialect) => ({
      bytes: file(lines(dialect).slice(1), dialect),
      expected: { counts: { record: all }, warnings: ['no-header'] },
    }),
  },
  {
    defect: 'columns have the names of members of objects, and the same name twice',
    make: (dialect) => ({
      bytes: withLine(dialect, 0, () =>
        line(['__proto__', 'date', 'constructor', 'toString', 'date', 'killed'], dialect),
      ),
      expected: {
        counts: { header: 1, record: all },
        cells: [{ record: 0, text: 'e1|2024-01-02|Idlib|35.93|36.63|2' }],
      },
    }),
  },
  {
    defect: 'a line has 1,200 cells',
    make: (dialect) => ({
      bytes: withLine(dialect, 6, (text) => text + `${dialect.delimiter}x`.repeat(1200)),
      expected: { counts: { header: 1, record: all - 1, refused: 1 }, refusals: ['too-many-cells'] },
    }),
  },
  {
    defect: 'a cell has more than a million characters',
    make: (dialect) => ({
      bytes: withLine(dialect, 6, (text) => text.replace('Daraa', 'x'.repeat(1_000_001))),
      expected: { counts: { header: 1, record: all - 1, refused: 1 }, refusals: ['cell-too-long'] },
    }),
  },
  {
    defect: 'a byte that UTF-8 does not have stands in a cell',
    make: (dialect) => {
      const texts = lines(dialect).map((text) => text.replace('Homs', 'حمص قرب الحدود'))
      const [before, after] = split(texts, dialect)
      return {
        bytes: joined(utf8(before), Uint8Array.of(0xff), utf8(after)),
        expected: {
          counts: { header: 1, record: all },
          warnings: ['unreadable-bytes'],
          cells: [{ record: 6, text: 'e7|2024-03-17|Ra\ufffdqqa|35.95|39.01|0' }],
        },
      }
    },
  },
]

/** The text before and after the middle of a place. */
function split(texts: readonly string[], { lineEnd }: Dialect): [string, string] {
  const whole = texts.map((text) => text + lineEnd).join('')
  const at = whole.indexOf('Raqqa') + 2
  return [whole.slice(0, at), whole.slice(at)]
}

/** Tables of text, each defect in sixteen ways of writing cells and lines. */
export const csvFiles: readonly MalformedFile[] = defects.flatMap(({ defect, make }) =>
  dialects.map((dialect) => {
    const { bytes, expected } = make(dialect)
    return { name: `${dialect.name}.csv`, defect, bytes, expected: [expected] }
  }),
)
