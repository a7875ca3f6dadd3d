import { cellSizes } from '../../query/cellSize.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { mapFrame, type MapFrame, type MapQuery } from '../../engine/cells/mapFrame.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { drawCells, groupRows, onlyRow, type DrawnCells } from './cells.ts'
import { readGridRows } from './gridRows.ts'
import { readFullestArea, readGridSide } from './gridSide.ts'
import { createMemory, type Memory } from './memory.ts'
import type { Scan } from './scan.ts'
import { isVisible, type BaseVersion } from './visible.ts'

/** Grids whose sides are remembered. */
const MOST_GRIDS = 256
/** Zooms whose sizes of discs are remembered: all that a map has. */
const MOST_ZOOMS = 64

/**
 * What cells of a version depend on whatever is filtered: read once for each map. A sample does not wait for it, but
 * estimates it where it is not known.
 */
export interface GridMemory {
  sideOf: Memory<MapFrame, number>
  fullestOf: Memory<MapFrame, number>
}

/** @param scan of all rows of the version */
export function createGridMemory(connection: Connection, scan: Scan): GridMemory {
  return {
    sideOf: createMemory(
      MOST_GRIDS,
      ({ key }) => key,
      (frame, options) => readGridSide(connection, scan, frame, options),
    ),
    fullestOf: createMemory(
      MOST_ZOOMS,
      ({ zoom }) => String(zoom),
      (frame, options) => readFullestArea(connection, scan, frame, options),
    ),
  }
}

/** The cells of a map: of all rows that pass, or of a sample, whose cells name no incident and no place. */
export async function readCells(
  connection: Connection,
  version: BaseVersion,
  scan: Scan,
  memory: GridMemory,
  map: MapQuery,
  options: Abortable,
): Promise<DrawnCells> {
  const frame = mapFrame(map)
  const fullest = scan.isSample
    ? (memory.fullestOf.known(frame) ?? readFullestArea(connection, scan, frame, options))
    : memory.fullestOf(frame, options)
  const readRows = async () => {
    const side = await (scan.isSample
      ? (memory.sideOf.known(frame) ?? readGridSide(connection, scan, frame, options))
      : memory.sideOf(frame, options))
    return { side, rows: await readGridRows(connection, scan, frame.area, side, options) }
  }
  const [most, { side, rows }] = await Promise.all([fullest, readRows()])
  const drawing = { frame, side, radiusOf: cellSizes(most) }
  const groups = groupRows(rows, drawing)
  const alone = groups.flatMap((group) => onlyRow(group) ?? [])
  return drawCells(groups, drawing, await readIds(connection, version, alone, options))
}

/** Ids of incidents by row number. */
async function readIds(
  connection: Connection,
  version: BaseVersion,
  rows: readonly number[],
  options: Abortable,
): Promise<ReadonlyMap<number, string>> {
  if (rows.length === 0) return new Map()
  return new Map(
    await connection.rows<[row: number, id: string]>(
      sql`SELECT row, id FROM ${wholeTable(version.base, 'records')} WHERE row IN (${rows}) AND ${isVisible(version)}`,
      options,
    ),
  )
}
