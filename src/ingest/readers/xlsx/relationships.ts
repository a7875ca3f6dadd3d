import type { WorkbookParts } from './workbookParts.ts'

/** How a part of a workbook refers to another, or to an address (ECMA-376 Part 2, 6.5). */
export interface Relationship {
  id: string
  /** Last segment of the type's URI, which is the same in the transitional and the strict form. */
  type: string
  /** Path of a part, or an address where it is external. */
  target: string
  isExternal: boolean
}

/** @param path of the part whose relationships are read; '' for those of the whole file */
export async function readRelationships(parts: WorkbookParts, path: string): Promise<Relationship[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relationshipsPath = `${folder}_rels/${path.slice(folder.length)}.rels`
  const relationships: Relationship[] = []
  if (!parts.has(relationshipsPath)) return relationships
  await parts.read(relationshipsPath, {
    open(name, attribute) {
      if (name !== 'Relationship') return
      const type = attribute('Type') ?? ''
      const target = attribute('Target') ?? ''
      const isExternal = attribute('TargetMode') === 'External'
      relationships.push({
        id: attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: isExternal ? target : resolvePath(folder, target),
        isExternal,
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
