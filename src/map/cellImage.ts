import { eventTypes } from '../incidents/vocabulary.ts'
import { isArea } from '../incidents/precision.ts'
import type { Cell } from '../query/incidentResult.ts'

/**
 * What a cell looks like, as plain data: `single` by its event type's shape; `disc` with its count inside and a ring
 * of its event types. Hollow: the place is known only to an area.
 */
export type CellLook =
  | { kind: 'single'; type: number; hollow: boolean; disputed: boolean }
  | { kind: 'disc'; radius: number; label: string; ring: readonly number[]; hollow: boolean }

/** Parts of the ring are drawn in steps of this share: near-equal discs share an image. */
const RING_STEPS = 24

export function cellLook(cell: Cell, formatCount: (count: number) => string): CellLook {
  if (cell.incident) {
    const type = cell.byType.findIndex((count) => count > 0)
    return {
      kind: 'single',
      type,
      hollow: isArea(cell.incident.precision),
      disputed: cell.incident.status === 'disputed',
    }
  }
  return {
    kind: 'disc',
    radius: Math.round(cell.radius),
    label: formatCount(cell.count),
    ring: cell.byType.map((count) =>
      count === 0 ? 0 : Math.max(1, Math.round((RING_STEPS * count) / cell.count)),
    ),
    hollow: cell.imprecise === cell.count,
  }
}

/** Equal looks have equal names. */
export function lookName(look: CellLook, theme: string): string {
  return look.kind === 'single'
    ? ['single', theme, eventTypes[look.type], look.hollow, look.disputed].join(' ')
    : ['disc', theme, look.radius, look.label, look.ring.join('-'), look.hollow].join(' ')
}
