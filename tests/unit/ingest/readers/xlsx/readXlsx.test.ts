import * as fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { FaultyFile, ReadFile } from '../../../../../src/ingest/readers/fileTable.ts'
import { readXlsx } from '../../../../../src/ingest/readers/xlsx/readXlsx.ts'
import { sheetData, workbook, type WorkbookPlan } from '../../../../corpora/malformed/workbook.ts'
import { propertyRuns } from '../../../../propertyRuns.ts'

async function read(bytes: Uint8Array): Promise<ReadFile> {
  const [file] = await readXlsx('a.xlsx', bytes, {})
  if (!file || 'fault' in file) throw new Error(file?.fault)
  return file
}

async function faultOf(bytes: Uint8Array): Promise<FaultyFile['fault'] | undefined> {
  const [file] = await readXlsx('a.xlsx', bytes, {})
  return file && 'fault' in file ? file.fault : undefined
}

/** Columns and records of each table by its name. */
async function tablesOf(plan: WorkbookPlan): Promise<Record<string, string[][]>> {
  const { tables } = await read(workbook(plan))
  return Object.fromEntries(
    tables.map((table) => [table.name, [[...table.columns], ...[...table.rows()].map(({ cells }) => cells)]]),
  )
}

/** Cells of a sheet of one row below a header, each by its XML without reference. */
async function cellsOf(cells: readonly string[], rest: Partial<WorkbookPlan> = {}): Promise<string[]> {
  const header = cells.map(
    (_, i) => `<c t="inlineStr"><is><t>name${'abcdefghijklmnopqrstuvwxyz'[i]}</t></is></c>`,
  )
  const rows = `<row r="1">${header.join('')}</row><row r="2">${cells.join('')}</row>`
  const { tables } = await read(workbook({ sheets: { S: `<sheetData>${rows}</sheetData>` }, ...rest }))
  return tables[0]?.record(0).cells ?? []
}

const header = ['id', 'date', 'place']

describe('the cells of a workbook', () => {
  it('come as text: shared, inline and in runs without phonetic guides, escapes undone', async () => {
    const strings =
      '<si><t>plain</t></si><si><r><t>in </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si>'
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="inlineStr"><is><r><t>a</t></r><r><t>b_x000D_c</t></r></is></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>by formula</v></c>',
    ]
    expect(await cellsOf(cells, { strings })).toEqual(['plain', 'in runs', 'ab\rc', 'by formula'])
  })

  it('keep numbers as written: no digit more, none less', async () => {
    const cells = [
      '40817',
      '40817.0',
      '35.130000000000003',
      '1E-7',
      '12345678901234567890',
      '-0.5',
      '2.5E+21',
    ]
    expect(await cellsOf(cells.map((text) => `<c><v>${text}</v></c>`))).toEqual([
      '40817',
      '40817',
      '35.13',
      '0.0000001',
      '12345678901234567890',
      '-0.5',
      '2500000000000000000000',
    ])
  })

  it('give truth values and errors as Excel shows them', async () => {
    const cells = [
      '<c t="b"><v>1</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2024-02-29T00:00:00</v></c>',
    ]
    expect(await cellsOf(cells)).toEqual(['TRUE', 'FALSE', '#N/A', '2024-02-29T00:00:00'])
  })

  it('give numbers in formats of dates as ISO text, in both date systems', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.00&quot; d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs>'
    const cells = [
      '<c s="1"><v>45197</v></c>',
      '<c s="2"><v>45197</v></c>',
      '<c s="3"><v>45197.75</v></c>',
      '<c s="4"><v>45197</v></c>',
      '<c s="0"><v>45197</v></c>',
    ]
    expect(await cellsOf(cells, { styles })).toEqual([
      '2023-09-28',
      '2023-09-28',
      '2023-09-28T18:00:00',
      '45197',
      '45197',
    ])
    const moved = ['<c s="1"><v>0</v></c>', '<c s="1"><v>43735</v></c>']
    expect(await cellsOf(moved, { styles, workbookPr: 'date1904="1"' })).toEqual(['1904-01-01', '2023-09-28'])
  })

  it('are placed by their reference, whatever the dimension says', async () => {
    const rows = `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>date</v></c><c r="C1" t="str"><v>place</v></c></row><row r="2"><c r="C2" t="str"><v>Idlib</v></c><c r="A2"><v>7</v></c></row></sheetData>`
    expect(await tablesOf({ sheets: { S: rows } })).toEqual({ S: [header, ['7', '', 'Idlib']] })
  })

  it('of merged cells are in the first alone, which a warning says', async () => {
    const data = sheetData([header, [1, '2024-01-02', 'Idlib'], [2, null, 'Homs']])
    const file = await read(
      workbook({ sheets: { S: `${data}<mergeCells><mergeCell ref="B2:B3"/></mergeCells>` } }),
    )
    expect(file.tables[0]?.record(1).cells).toEqual(['2', '', 'Homs'])
    expect(file.warnings).toEqual([{ code: 'merged-cells', count: 1, lines: [2] }])
  })

  it('that lack their text are empty, which a warning says', async () => {
    const data = `<sheetData><row r="1"><c t="str"><v>id</v></c><c t="str"><v>place</v></c></row><row r="2"><c><v>1</v></c><c t="s"><v>7</v></c></row><row r="3"><c><v>2</v></c><c t="s"><v></v></c></row></sheetData>`
    const file = await read(workbook({ sheets: { S: data }, strings: '<si><t>first</t></si>' }))
    expect(file.tables[0]?.record(0).cells).toEqual(['1', ''])
    expect(file.tables[0]?.record(1).cells).toEqual(['2', ''])
    expect(file.warnings).toEqual([{ code: 'missing-text', count: 2, lines: [2, 3] }])
  })
})

describe('the links of a workbook', () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

  it('are in columns of their own where they are not the text of the cell', async () => {
    const formula = '<f>HYPERLINK("https://example.org/x?a=""b""","another")</f><v>another</v>'
    const data = sheetData([
      ['id', 'source', 'page'],
      [1, 'a newspaper', 'https://example.org/1'],
      [2, 'another', 'https://example.org/2'],
    ]).replace(/t="inlineStr"><is><t xml:space="preserve">another<\/t><\/is>/, `t="str">${formula}`)
    const links =
      '<hyperlinks><hyperlink ref="B2" r:id="rId1"/><hyperlink ref="C2" r:id="rId2"/><hyperlink ref="B9" r:id="rId3"/></hyperlinks>'
    const relationship = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/hyperlink" TargetMode="External" Target="${target}"/>`
    const tables = await tablesOf({
      sheets: { S: data + links },
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relationship('rId1', 'https://example.org/a?b=c&amp;d')}${relationship('rId2', 'https://example.org/1')}</Relationships>`,
      },
    })
    expect(tables).toEqual({
      S: [
        ['id', 'source', 'page', 'source (link)'],
        ['1', 'a newspaper', 'https://example.org/1', 'https://example.org/a?b=c&d'],
        ['2', 'another', 'https://example.org/2', 'https://example.org/x?a="b"'],
      ],
    })
  })
})

describe('the comments of a workbook', () => {
  it('are not read, which a warning says', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
    const file = await read(
      workbook({
        sheets: { S: sheetData([header, [1, '2024-01-02', 'Idlib']]) },
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="a" Type="${type}" Target="../comments1.xml"/></Relationships>`,
        },
      }),
    )
    expect(file.warnings).toEqual([{ code: 'comments-left-out', count: 1, lines: [] }])
  })
})

describe('the sheets of a workbook', () => {
  it('are all read, empty ones left out, hidden ones and hidden rows named', async () => {
    const data = sheetData([header, [1, '2024-01-02', 'Idlib']])
    const filtered = data.replace('<row r="2">', '<row r="2" hidden="1">')
    const file = await read(
      workbook({
        sheets: { Events: filtered, Empty: '<sheetData/>', Lists: data },
        states: { Lists: 'state="veryHidden"' },
      }),
    )
    expect(file.tables.map(({ name, records }) => [name, records])).toEqual([
      ['Events', 1],
      ['Lists', 1],
    ])
    expect(file.warnings).toEqual([
      { code: 'hidden-rows', count: 1, lines: [2] },
      { code: 'hidden-sheet', count: 1, lines: [] },
    ])
  })

  it('have preamble, header rows, HXL tags, blank rows, tables and notes told apart as in CSV', async () => {
    const rows = [
      ['Incidents of 2024'],
      [],
      header,
      ['#event+id', '#date', '#loc'],
      [1, '2024-01-02', 'Idlib'],
      [2, '2024-01-03', 'Homs'],
      [3, '2024-01-04', 'Hama'],
      [],
      ['Source: made up'],
    ]
    const file = await read(workbook({ sheets: { S: sheetData(rows) } }))
    expect(file.account.counts).toEqual({ preamble: 1, blank: 2, header: 1, hxl: 1, record: 3, footer: 1 })
    expect(file.tables[0]).toMatchObject({ columns: header, records: 3, width: 3 })
    expect(file.account.entry(file.tables[0]?.record(0).entry ?? -1)).toEqual({
      kind: 'record',
      line: 5,
      lastLine: 5,
    })
  })

  it('have one blank entry for rows that the file leaves out', async () => {
    const data = sheetData([header, [1, '2024-01-02', 'Idlib'], [2, '2024-01-03', 'Homs']])
      .replace('r="3"', 'r="1000000"')
      .replaceAll(/(r="[A-Z])3"/g, '$11000000"')
    const { account } = await read(workbook({ sheets: { S: data } }))
    expect(account.counts).toEqual({ header: 1, record: 2, blank: 1 })
    expect(account.entry(2)).toEqual({ kind: 'blank', line: 3, lastLine: 999_999 })
  })

  it('keep out rows beyond the limits, with the reason', async () => {
    const long = 'x'.repeat(1_000_001)
    const wide = `<row r="4"><c r="A4"><v>3</v></c><c r="AZZ4"><v>9</v></c></row>`
    const data = sheetData([header, [1, '2024-01-02', 'Idlib'], [2, '2024-01-03', long]])
    const file = await read(workbook({ sheets: { S: data.replace('</sheetData>', `${wide}</sheetData>`) } }))
    expect(file.account.counts).toEqual({ header: 1, record: 1, refused: 2 })
    expect([2, 3].map((entry) => file.account.entry(entry).refusal)).toEqual([
      'cell-too-long',
      'too-many-cells',
    ])
  })
})

describe('a workbook that cannot be read', () => {
  const good = { sheets: { S: sheetData([header, [1, '2024-01-02', 'Idlib']]) } }

  it('is refused where a part is missing, broken off or not well-formed', async () => {
    expect(await faultOf(workbook({ ...good, parts: { 'xl/worksheets/sheet1.xml': null } }))).toBe(
      'damaged-file',
    )
    expect(await faultOf(workbook({ ...good, parts: { 'xl/workbook.xml': null } }))).toBe('damaged-file')
    expect(await faultOf(workbook({ sheets: { S: '<sheetData><row>' } }))).toBe('damaged-file')
    expect(await faultOf(workbook({ sheets: {} }))).toBe('empty-file')
  })

  it('is refused where any byte of a sheet is another', async () => {
    const bytes = workbook(good)
    const end = bytes.length
    for (const cut of [0.2, 0.5, 0.9])
      expect(await faultOf(bytes.subarray(0, Math.floor(cut * end)))).toBe('damaged-archive')
    const name = new TextDecoder('latin1').decode(bytes).indexOf('xl/worksheets/sheet1.xml')
    const changed = bytes.slice()
    changed[name + 60] = 255 - (changed[name + 60] ?? 0)
    expect(await faultOf(changed)).toBe('damaged-file')
  })

  it('is refused as encrypted or of an old version by what it is', async () => {
    const compound = new Uint8Array(2048)
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await faultOf(compound)).toBe('xls')
    Array.from('EncryptedPackage', (letter, i) => (compound[1024 + 2 * i] = letter.charCodeAt(0)))
    expect(await faultOf(compound)).toBe('encrypted')
  })

  it('rejects with the reason of the signal', async () => {
    const reason = new Error('enough')
    await expect(readXlsx('a.xlsx', workbook(good), { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    )
  })
})

describe('a workbook that hucre writes', () => {
  it('gives back every text and number', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((each) => /^[^\p{C}_]*$/u.test(each) && each.trim() === each)
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0))
    const row = fc.tuple(fc.integer(), text, number)
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 20 }), async (rows) => {
        const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [header, ...rows] }] })
        const { tables, account } = await read(bytes)
        const [table] = tables
        const found = [...(table?.rows() ?? [])].map(({ cells: [id, name, value] }) => [
          Number(id),
          name,
          Number(value),
        ])
        expect(table?.columns).toEqual(header)
        expect(found).toEqual(rows)
        expect(account.counts).toEqual({ header: 1, record: rows.length })
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})
