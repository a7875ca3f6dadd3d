import { columns, records, utf8, type Expected, type MalformedFile } from './malformedFile.ts'
import { sheetData, workbook, type WorkbookPlan } from './workbook.ts'

const all = records.length

/** How the texts of one variant are written. */
interface Writing {
  name: string
  shared: boolean
  /** Whether another sheet of notes stands before the table. */
  notes: boolean
}

const writings: readonly Writing[] = [false, true].flatMap((shared) =>
  [false, true].map((notes) => ({
    name: `${shared ? 'shared' : 'inline'}-${notes ? 'two-sheets' : 'one-sheet'}`,
    shared,
    notes,
  })),
)

/** A good workbook as its parts are written. */
interface Written extends WorkbookPlan {
  /** Rows of the table as XML; the first is the header. */
  rows: readonly string[]
  strings: string
}

function write({ shared }: Writing): Written {
  const cells = [columns, ...records].map((row) =>
    row.map((cell, i) => (cell === '' ? null : i < 3 || !/^[\d.]+$/.test(cell) ? cell : Number(cell))),
  )
  const inline = sheetData(cells)
  const texts: string[] = []
  const xml = shared
    ? inline.replaceAll(
        /t="inlineStr"><is>(.*?)<\/is>/g,
        (_, text: string) => `t="s"><v>${texts.push(text) - 1}</v>`,
      )
    : inline
  return {
    sheets: {},
    rows: xml.match(/<row.*?<\/row>/g) ?? [],
    strings: texts.map((text) => `<si>${text}</si>`).join(''),
  }
}

const notes = {
  Notes: sheetData([
    ['About', 'Made up'],
    ['Licence', 'None'],
  ]),
}

interface Defect {
  defect: string
  make(good: Written, writing: Writing): { plan: Partial<WorkbookPlan>; table?: string; expected: Expected }
}

/** Counts of entries, with those of the sheet of notes. */
function counts(of: Record<string, number>, writing: Writing): Record<string, number> {
  return writing.notes ? { ...of, record: (of.record ?? 0) + 1, header: (of.header ?? 0) + 1 } : of
}

function data(rows: readonly string[]): string {
  return `<sheetData>${rows.join('')}</sheetData>`
}

function put(rows: readonly string[], at: number, change: (row: string) => string): string[] {
  return rows.map((row, i) => (i === at ? change(row) : row))
}

const ordinary = { header: 1, record: all }

const defects: readonly Defect[] = [
  {
    defect: 'the dimension says another size',
    make: ({ rows }, writing) => ({
      plan: {},
      table: `<dimension ref="A1:A1"/>${data(rows)}`,
      expected: { counts: counts(ordinary, writing), warnings: [] },
    }),
  },
  {
    defect: 'rows have no numbers',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(rows.map((row) => row.replace(/<row r="\d+"/, '<row'))),
      expected: { counts: counts(ordinary, writing) },
    }),
  },
  {
    defect: 'all rows have the number 1',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(rows.map((row) => row.replace(/<row r="\d+"/, '<row r="1"'))),
      expected: { counts: counts(ordinary, writing) },
    }),
  },
  {
    defect: 'a row has a number that is none',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(put(rows, 3, (row) => row.replace(/<row r="\d+"/, '<row r="-1e9"'))),
      expected: { counts: counts(ordinary, writing) },
    }),
  },
  {
    defect: 'the last row is the 1,048,577th',
    make: ({ rows }) => ({
      plan: {},
      table: data(put(rows, all, (row) => row.replace(/<row r="\d+"/, '<row r="1048577"'))),
      expected: { fault: 'damaged-file' },
    }),
  },
  {
    defect: 'the last row is far below the others',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(put(rows, all, (row) => row.replace(/<row r="\d+"/, '<row r="1048576"'))),
      expected: { counts: counts({ ...ordinary, blank: 1 }, writing) },
    }),
  },
  {
    defect: 'cells have references that are none',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(put(rows, 3, (row) => row.replaceAll(/<c r="[A-Z]+\d+"/g, '<c r="?"'))),
      expected: {
        counts: counts(ordinary, writing),
        cells: [{ table: writing.notes ? 1 : 0, record: 2, text: 'e3|2024-01-05|Hama|35.13|36.75|1' }],
      },
    }),
  },
  {
    defect: 'a cell is beyond the last column',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(put(rows, 3, (row) => row.replace('</row>', '<c r="ZZZ4"><v>9</v></c></row>'))),
      expected: {
        counts: counts(ordinary, writing),
        cells: [{ table: writing.notes ? 1 : 0, record: 2, text: 'e3|2024-01-05|Hama|35.13|36.75|1|9' }],
      },
    }),
  },
  {
    defect: 'a row has a cell in column XFD',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(put(rows, 3, (row) => row.replace('</row>', '<c r="XFD4"><v>9</v></c></row>'))),
      expected: {
        counts: counts({ header: 1, record: all - 1, refused: 1 }, writing),
        refusals: ['too-many-cells'],
      },
    }),
  },
  {
    defect: 'a cell has more than a million characters',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(
        put(rows, 3, (row) =>
          row.replace('</row>', `<c r="G4" t="str"><v>${'x'.repeat(1_000_001)}</v></c></row>`),
        ),
      ),
      expected: {
        counts: counts({ header: 1, record: all - 1, refused: 1 }, writing),
        refusals: ['cell-too-long'],
      },
    }),
  },
  {
    defect: 'a cell refers to a text that there is not',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(put(rows, 3, (row) => row.replace('</row>', '<c r="G4" t="s"><v>99999</v></c></row>'))),
      expected: { counts: counts(ordinary, writing), warnings: ['missing-text'] },
    }),
  },
  {
    defect: 'a cell refers to a style that there is not',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(rows.map((row) => row.replaceAll('<c ', '<c s="99999999" '))),
      expected: { counts: counts(ordinary, writing), warnings: [] },
    }),
  },
  {
    defect: 'numbers are words, infinite or empty',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(
        put(rows, 3, (row) =>
          row.replace(
            /<c r="D4">.*<\/row>/,
            '<c r="D4"><v>INF</v></c><c r="E4"><v/></c><c r="F4"><v>1e999</v></c></row>',
          ),
        ),
      ),
      expected: {
        counts: counts(ordinary, writing),
        cells: [{ table: writing.notes ? 1 : 0, record: 2, text: 'e3|2024-01-05|Hama|INF||1e999' }],
      },
    }),
  },
  {
    defect: 'a row holds characters that XML does not allow',
    make: ({ rows }, writing) => ({
      plan: {},
      table: data(
        put(rows, 3, (row) => row.replace('</row>', '<c r="G4" t="str"><v>a\u0001b</v></c></row>')),
      ),
      expected: {
        counts: counts(ordinary, writing),
        cells: [
          { table: writing.notes ? 1 : 0, record: 2, text: 'e3|2024-01-05|Hama|35.13|36.75|1|a\u0001b' },
        ],
      },
    }),
  },
  {
    defect: 'the sheet breaks off in a row',
    make: ({ rows }) => ({ plan: {}, table: data(rows).slice(0, 700), expected: { fault: 'damaged-file' } }),
  },
  {
    defect: 'a tag is closed by another',
    make: ({ rows }) => ({
      plan: {},
      table: data(put(rows, 3, (row) => row.replace('</c>', '</d>'))),
      expected: { fault: 'damaged-file' },
    }),
  },
  {
    defect: 'rows are nested in rows',
    make: ({ rows }, writing) => ({
      plan: {},
      table: `<sheetData>${'<row>'.repeat(1000)}${'</row>'.repeat(1000)}${rows.join('')}</sheetData>`,
      // Each opening row begins a new one, and the first closing ends the last.
      expected: { counts: counts({ ...ordinary, blank: 2 }, writing) },
    }),
  },
  {
    defect: 'a part that says what sheets there are is missing',
    make: ({ rows }) => ({
      plan: { parts: { 'xl/_rels/workbook.xml.rels': null } },
      table: data(rows),
      expected: { fault: 'damaged-file' },
    }),
  },
  {
    defect: 'the sheet is missing',
    make: ({ rows }, { notes: two }) => ({
      plan: { parts: { [`xl/worksheets/sheet${two ? 2 : 1}.xml`]: null } },
      table: data(rows),
      expected: { fault: 'damaged-file' },
    }),
  },
  {
    defect: 'the sheet is no XML',
    make: ({ rows }, { notes: two }) => ({
      plan: { parts: { [`xl/worksheets/sheet${two ? 2 : 1}.xml`]: utf8('{"rows": []}') } },
      table: data(rows),
      expected: { fault: 'damaged-file' },
    }),
  },
  {
    defect: 'the styles are broken off',
    make: ({ rows }) => ({
      plan: { parts: { 'xl/styles.xml': '<styleSheet><cellXfs>' } },
      table: data(rows),
      expected: { fault: 'damaged-file' },
    }),
  },
  {
    defect: 'a sheet has the name __proto__ and all its rows are hidden',
    make: ({ rows }, writing) => ({
      plan: {
        states: { Table: 'state="hidden"' },
      },
      table: data(rows.map((row) => row.replace('<row ', '<row hidden="true" '))),
      expected: { counts: counts(ordinary, writing), warnings: ['hidden-rows', 'hidden-sheet'] },
    }),
  },
  {
    defect: 'entities are defined that grow a thousandfold',
    make: ({ rows }, { notes: two }) => ({
      plan: {
        parts: {
          [`xl/worksheets/sheet${two ? 2 : 1}.xml`]: `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]><worksheet>${data(
            put(rows, 3, (row) => row.replace('</row>', '<c r="G4" t="str"><v>&b;</v></c></row>')),
          )}</worksheet>`,
        },
      },
      table: data(rows),
      expected: { fault: 'damaged-file' },
    }),
  },
  {
    defect: 'there is no row',
    make: (_, writing) => ({
      plan: {},
      table: '<sheetData/>',
      expected: writing.notes ? { counts: { header: 1, record: 1 } } : { fault: 'empty-file' },
    }),
  },
]

/** Workbooks, each defect with shared and inline texts, with and without another sheet. */
export const xlsxFiles: readonly MalformedFile[] = defects.flatMap(({ defect, make }) =>
  writings.map((writing) => {
    const { rows, strings } = write(writing)
    const { plan, table = '', expected } = make({ sheets: {}, rows, strings }, writing)
    const bytes = workbook({
      sheets: { ...(writing.notes && notes), Table: table },
      ...(writing.shared && { strings }),
      ...plan,
    })
    return { name: `${writing.name}.xlsx`, defect, bytes, expected: [expected] }
  }),
)
