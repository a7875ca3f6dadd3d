import crossfilter from 'crossfilter2'
import { listAt, type IncidentColumns } from '../../src/incidents/columns.ts'
import { placeChain, placeIndex } from '../../src/incidents/placeChains.ts'
import { spanOf } from './ours.ts'
import { BRUSH, brushSteps, JUMP, jumpSteps, timeSteps, type Measured } from './steps.ts'

/** crossfilter2 with the facets, the time bins and the grid bins that ours counts; no list, and no cells. */
export function measureCrossfilter(columns: IncidentColumns): Measured {
  const began = performance.now()
  const filter = crossfilter(Array.from({ length: columns.rows }, (_, row) => row))
  const days = filter.dimension((row) => columns.day[row] ?? 0)
  const { places } = columns.dictionaries
  const index = placeIndex(places)
  const chains = places.map((_, place) => placeChain(places, index, place))
  const groups = [
    filter.dimension((row) => columns.type[row] ?? 0).group(),
    filter.dimension((row) => columns.subtype[row] ?? 0).group(),
    filter.dimension((row) => columns.status[row] ?? 0).group(),
    filter.dimension((row) => columns.geoPrecision[row] ?? 0).group(),
    filter.dimension((row) => [...listAt(columns.actors, row)], true).group(),
    filter.dimension((row) => [...listAt(columns.publishers, row)], true).group(),
    filter.dimension((row) => [...listAt(columns.tags, row)], true).group(),
    filter.dimension((row) => chains[columns.place[row] ?? 0] ?? [], true).group(),
    filter.dimension((row) => gridBinAt(columns, row)).group(),
    days.group((day) => Math.floor(day / 30)),
  ]
  const built = performance.now() - began
  const { first, last } = spanOf(columns)
  const step = ([from, to]: [number, number]) => {
    days.filterRange([from, to + 1])
    return groups.reduce((sum, group) => sum + group.all().length, 0)
  }
  return {
    name: 'crossfilter2',
    steps: [
      { what: 'build', times: [built] },
      timeSteps(BRUSH, brushSteps(first, last, 400), step),
      timeSteps(JUMP, jumpSteps(first, last, 20), step),
    ],
  }
}

/** A number for the grid bin of a row: bins of 4 by 4 degrees, about as large as a cell on screen. */
function gridBinAt({ lng, lat }: IncidentColumns, row: number): number {
  return Math.floor((lat[row] ?? 0) / 4) * 1_000 + Math.floor((lng[row] ?? 0) / 4)
}
