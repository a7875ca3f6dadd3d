import type { ListColumn } from '../../incidents/columns.ts'
import { eventTypes, geoPrecisions, statuses, subEventTypes } from '../../incidents/vocabulary.ts'
import type { FacetDimension } from '../../query/incidentQuery.ts'
import { bitOf, passesBut, type FailMask } from '../failMask.ts'
import type { IncidentTable } from '../table.ts'

type Column =
  { kind: 'code'; codes: Uint8Array; size: number } | { kind: 'list'; list: ListColumn; size: number }

function columnOf({ columns }: IncidentTable, facet: FacetDimension): Column {
  const { dictionaries } = columns
  switch (facet) {
    case 'type':
      return { kind: 'code', codes: columns.type, size: eventTypes.length }
    case 'subtype':
      return { kind: 'code', codes: columns.subtype, size: subEventTypes.length }
    case 'status':
      return { kind: 'code', codes: columns.status, size: statuses.length }
    case 'precision':
      return { kind: 'code', codes: columns.geoPrecision, size: geoPrecisions.length }
    case 'actor':
      return { kind: 'list', list: columns.actors, size: dictionaries.actors.length }
    case 'source':
      return { kind: 'list', list: columns.publishers, size: dictionaries.publishers.length }
    case 'place':
      return { kind: 'list', list: columns.places, size: dictionaries.places.length }
    case 'tag':
      return { kind: 'list', list: columns.tags, size: dictionaries.tags.length }
  }
}

/**
 * For each value of the facet, how many rows have it and pass every *other* dimension; a row counts once a value.
 * @returns in the order of the vocabulary or dictionary
 */
export function countByFacet(table: IncidentTable, mask: FailMask, facet: FacetDimension): Uint32Array {
  const column = columnOf(table, facet)
  const counts = new Uint32Array(column.size)
  const ignored = bitOf[facet]
  for (let row = 0; row < table.rows; row += 1) {
    if (!passesBut(mask[row] ?? 0, ignored)) continue
    if (column.kind === 'code') add(counts, column.codes[row])
    else {
      const { offsets, ids } = column.list
      for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at += 1) add(counts, ids[at])
    }
  }
  return counts
}

function add(counts: Uint32Array, id: number | undefined): void {
  if (id !== undefined && id < counts.length) counts[id] = (counts[id] ?? 0) + 1
}
