import type { FileMetaData } from 'hyparquet'
import type { WarningList } from '../warningList.ts'
import { geometryCells, geometryColumns, type GeometryCells, type GeometryColumn } from './geometryColumns.ts'
import { dropAnnotation, leafColumns, type LeafColumn } from './leafColumns.ts'

/** A column of the table that a Parquet file gives. */
export interface TableColumn {
  name: string
  /** Name of the column of the file that holds its values. */
  top: string
  /** @param value of the column `top`; @param row from 0 */
  text(value: unknown, row: number): string
}

/**
 * The columns of the table in schema order. A column of geometries gives `longitude`, `latitude`, `altitude` and
 * `geometry`, its type; where it is not in WGS 84, its type alone. A name that a column before has gets that of the
 * file's column before it.
 */
export function tableColumns(metadata: FileMetaData, warnings: WarningList): TableColumn[] {
  const geometries = new Map(geometryColumns(metadata).map((column) => [column.name, column]))
  for (const element of metadata.schema) if (geometries.has(element.name)) dropAnnotation(element)
  const leaves = leafColumns(metadata)
  const taken = new Set(leaves.map(nameOf))
  return leaves.flatMap((leaf) => {
    const geometry = leaf.members.length === 0 ? geometries.get(leaf.top) : undefined
    if (geometry) return ofGeometry(geometry, taken, warnings)
    return [{ name: nameOf(leaf), top: leaf.top, text: (value) => leaf.text(memberOf(value, leaf.members)) }]
  })
}

function nameOf({ top, members }: LeafColumn): string {
  return [top, ...members].join('.')
}

function memberOf(value: unknown, members: readonly string[]): unknown {
  let at = value
  for (const name of members) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Object.getOwnPropertyDescriptor(at, name)?.value
  }
  return at
}

const parts = ['longitude', 'latitude', 'altitude', 'geometry'] as const satisfies (keyof GeometryCells)[]

function ofGeometry(
  { name, isWgs84, isPrimary }: GeometryColumn,
  taken: ReadonlySet<string>,
  warnings: WarningList,
): TableColumn[] {
  let last: { wkb: unknown; cells: GeometryCells | undefined } | undefined
  function cellsOf(wkb: unknown, row: number): GeometryCells | undefined {
    if (last?.wkb === wkb && wkb !== undefined) return last?.cells
    const cells = geometryCells(wkb)
    if (!cells) warnings.add('unreadable-geometry', row + 1)
    else if (!isWgs84 && cells.geometry) warnings.add('other-reference-system', row + 1)
    last = { wkb, cells }
    return cells
  }
  return parts
    .filter((part) => isWgs84 || part === 'geometry')
    .map((part) => ({
      name: isPrimary && (!taken.has(part) || part === name) ? part : `${name}.${part}`,
      top: name,
      text: (wkb, row) => cellsOf(wkb, row)?.[part] ?? '',
    }))
}
