import { FileFault } from '../fileFault.ts'
import { readRelationships } from './relationships.ts'
import type { WorkbookParts } from './workbookParts.ts'

/** A sheet of cells of a workbook. */
export interface WorkbookSheet {
  name: string
  /** Path of its part. */
  path: string
  hidden: boolean
}

/** What a workbook is made of. */
export interface Workbook {
  sheets: WorkbookSheet[]
  /** Whether serial 0 is 1904-01-01, as in workbooks of Excel for Mac. */
  from1904: boolean
  /** Paths; undefined where there is none. */
  sharedStrings: string | undefined
  styles: string | undefined
}

/** Reads what a workbook is made of (ECMA-376 Part 1, 18.2). @throws FileFault */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const root = await readRelationships(parts, '')
  const path = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const relationships = await readRelationships(parts, path)
  const pathOf = (wanted: string) => {
    const found = relationships.find(({ type }) => type === wanted)?.target
    return found !== undefined && parts.has(found) ? found : undefined
  }
  const byId = new Map(relationships.map((each) => [each.id, each]))
  const workbook: Workbook = {
    sheets: [],
    from1904: false,
    sharedStrings: pathOf('sharedStrings'),
    styles: pathOf('styles'),
  }
  await parts.read(path, {
    open(name, attribute) {
      if (name === 'workbookPr') workbook.from1904 = isTrue(attribute('date1904'))
      if (name !== 'sheet') return
      const relationship = byId.get(attribute('id') ?? '')
      if (!relationship) throw new FileFault('damaged-file')
      if (relationship.type !== 'worksheet') return
      const hidden = /hidden$/i.test(attribute('state') ?? '')
      workbook.sheets.push({ name: attribute('name') ?? '', path: relationship.target, hidden })
    },
  })
  return workbook
}

/** Value of an attribute of type boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
