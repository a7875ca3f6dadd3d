import { eventTypes } from '../incidents/vocabulary.ts'
import { isArea } from '../incidents/precision.ts'
import type { Cell } from '../query/incidentResult.ts'
import { SHAPED_POINT } from './pointSizes.ts'

/**
 * What a cell looks like, as plain data: `single` by its event type's shape; `disc` with its count inside and a ring
 * of its event types; `dot`, among points, by its event types alone. Hollow: the place is known only to an area.
 */
export type CellLook =
  | { kind: 'single'; type: number; hollow: boolean; disputed: boolean }
  | { kind: 'disc'; radius: number; label: string; ring: readonly number[]; hollow: boolean }
  | { kind: 'dot'; radius: number; parts: readonly number[] }

/** Parts of the ring are drawn in steps of this share: near-equal discs share an image. */
const RING_STEPS = 24

export function cellLook(cell: Cell, formatCount: (count: number) => string): CellLook {
  if (cell.incident) return singleLook(cell, cell.incident)
  return {
    kind: 'disc',
    radius: Math.round(cell.radius),
    label: formatCount(cell.count),
    ring: shares(cell),
    hollow: cell.imprecise === cell.count,
  }
}

/**
 * What a cell looks like among points, `radius` CSS pixels large. Of many small ones each shows but one of its event
 * types, one that is found there more often more often: a crowd of them has the colours of what it stands for.
 */
export function pointLook(cell: Cell, radius: number): CellLook {
  if (radius < SHAPED_POINT) {
    const shown = typeByChance(cell)
    return { kind: 'dot', radius, parts: cell.byType.map((_, type) => (type === shown ? 1 : 0)) }
  }
  return cell.incident ? singleLook(cell, cell.incident) : { kind: 'dot', radius, parts: shares(cell) }
}

/** The same for the same cell each time. */
function typeByChance({ key, byType, count }: Cell): number {
  let hash = 0
  for (const letter of key) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
  let left = ((Math.imul(hash ^ (hash >>> 15), 0x9e37_79b1) >>> 0) / 2 ** 32) * count
  const type = byType.findIndex((each) => (left -= each) < 0)
  return Math.max(0, type)
}

function singleLook({ byType }: Cell, { precision, status }: NonNullable<Cell['incident']>): CellLook {
  return {
    kind: 'single',
    type: byType.findIndex((count) => count > 0),
    hollow: isArea(precision),
    disputed: status === 'disputed',
  }
}

/** How the event types share a ring, each in steps; what there is has one step at least. */
function shares({ byType, count }: Cell): number[] {
  return byType.map((each) => (each === 0 ? 0 : Math.max(1, Math.round((RING_STEPS * each) / count))))
}

/** Equal looks have equal names. */
export function lookName(look: CellLook, theme: string): string {
  switch (look.kind) {
    case 'single':
      return ['single', theme, eventTypes[look.type], look.hollow, look.disputed].join(' ')
    case 'disc':
      return ['disc', theme, look.radius, look.label, look.ring.join('-'), look.hollow].join(' ')
    case 'dot':
      return ['dot', theme, look.radius, look.parts.join('-')].join(' ')
  }
}
