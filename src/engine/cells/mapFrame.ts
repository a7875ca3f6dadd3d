import type { IncidentQuery, MapMode } from '../../query/incidentQuery.ts'
import { AREA_BLOCK_PIXELS } from '../costs.ts'
import { areaAround, type MapArea } from './mapArea.ts'

/** Pixels of the world's width at zoom 0. */
const WORLD_PIXELS = 512

/** Cells change at each half zoom, and stay as they are in between. */
const ZOOM_STEP = 0.5

/** Sides of the grid bins in pixels, before bins are grouped into cells. */
const BIN_PIXELS: Readonly<Record<MapMode, number>> = { cells: 34, points: 4, heat: 4 }

/** What a map shows: its area, zoom and mode. */
export type MapQuery = NonNullable<IncidentQuery['map']>

/** The grid that a map asks for. */
export interface MapFrame {
  /** The same for maps with the same grid. */
  key: string
  mode: MapMode
  /** Rounded down to ZOOM_STEP. */
  zoom: number
  /** Width of the world in pixels. */
  worldSize: number
  area: MapArea
  /** Side of a grid bin as a part of the world's width, before it is doubled where there are too many bins. */
  side: number
  /** Side of the squares whose fullest one sets the sizes of discs (`fullestArea`), as a part of the world's width. */
  blockSide: number
}

export function mapFrame({ bounds, zoom: exactZoom, mode }: MapQuery): MapFrame {
  const zoom = Math.floor(exactZoom / ZOOM_STEP) * ZOOM_STEP
  const worldSize = WORLD_PIXELS * 2 ** zoom
  const area = areaAround(bounds, worldSize)
  return {
    key: [zoom, mode, ...Object.values(area)].join(),
    mode,
    zoom,
    worldSize,
    area,
    side: BIN_PIXELS[mode] / worldSize,
    blockSide: AREA_BLOCK_PIXELS / worldSize,
  }
}
