import { strToU8, zipSync, type Zippable } from 'fflate'

/** A workbook as its parts are written; what is left out is written as Excel does. */
export interface WorkbookPlan {
  /** Content of `<worksheet>` by name of the sheet; rows in `<sheetData>`. */
  sheets: Readonly<Record<string, string>>
  /** Attributes of `<sheet>` by name of the sheet. */
  states?: Readonly<Record<string, string>>
  /** `<si>` elements. */
  strings?: string
  /** Content of `<styleSheet>`. */
  styles?: string
  workbookPr?: string
  /** Parts by path that replace or add to those written; null leaves one out. */
  parts?: Readonly<Record<string, string | Uint8Array | null>>
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The bytes of a workbook. */
export function workbook({
  sheets,
  states = {},
  strings,
  styles,
  workbookPr = '',
  parts = {},
}: WorkbookPlan) {
  const names = Object.keys(sheets)
  const texts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${declaration}<Relationships ${packageRelationships}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook ${main} xmlns:r="${office}"><workbookPr ${workbookPr}/><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" ${states[name] ?? ''} r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships ${packageRelationships}>${names
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  }
  names.forEach((name, i) => {
    texts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${declaration}<worksheet ${main}>${sheets[name] ?? ''}</worksheet>`
  })
  if (strings !== undefined) texts['xl/sharedStrings.xml'] = `${declaration}<sst ${main}>${strings}</sst>`
  if (styles !== undefined)
    texts['xl/styles.xml'] = `${declaration}<styleSheet ${main}>${styles}</styleSheet>`
  return zipped({ ...texts, ...parts })
}

/** A ZIP archive of texts and bytes; the same bytes for the same content. */
export function zipped(parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const files: Zippable = {}
  for (const [path, content] of Object.entries(parts))
    if (content !== null) files[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(files, { mtime: new Date(2024, 0, 1), level: 6 })
}

/** `<sheetData>` of rows of texts (inline) and numbers; null leaves the cell out. */
export function sheetData(rows: readonly (readonly (string | number | null)[])[]): string {
  return `<sheetData>${rows
    .map(
      (cells, r) =>
        `<row r="${r + 1}">${cells.map((cell, c) => cellXml(cell, `${letter(c)}${r + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData>`
}

function cellXml(cell: string | number | null, reference: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Letters of a column from 0. */
export function letter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letter(Math.floor(column / 26) - 1) + last
}
