import { FileFault } from '../fileFault.ts'
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

interface Relationship {
  id: string
  /** Last segment of the type's URI, which is the same in the transitional and the strict form. */
  type: string
  path: string
}

/** Reads what a workbook is made of (ECMA-376 Part 1, 18.2). @throws FileFault */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const root = await readRelationships(parts, '')
  const path = root.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const relationships = await readRelationships(parts, path)
  const pathOf = (wanted: string) => {
    const found = relationships.find(({ type }) => type === wanted)?.path
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
    open(name, attributes) {
      if (name === 'workbookPr') workbook.from1904 = isTrue(attributes.get('date1904'))
      if (name !== 'sheet') return
      const relationship = byId.get(attributes.get('id') ?? '')
      if (!relationship) throw new FileFault('damaged-file')
      if (relationship.type !== 'worksheet') return
      const hidden = /hidden$/i.test(attributes.get('state') ?? '')
      workbook.sheets.push({ name: attributes.get('name') ?? '', path: relationship.path, hidden })
    },
  })
  return workbook
}

/** Value of an attribute of type boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** @param path of the part whose relationships are read; '' for those of the whole file */
async function readRelationships(parts: WorkbookParts, path: string): Promise<Relationship[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relationshipsPath = `${folder}_rels/${path.slice(folder.length)}.rels`
  const relationships: Relationship[] = []
  if (!parts.has(relationshipsPath)) return relationships
  await parts.read(relationshipsPath, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return
      const type = attributes.get('Type') ?? ''
      relationships.push({
        id: attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        path: resolvePath(folder, attributes.get('Target') ?? ''),
      })
    },
  })
  return relationships
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const segments: string[] = []
  for (const segment of `${folder}${target}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}
