import { eventTypes } from '../incidents/vocabulary.ts'
import { isArea } from '../incidents/precision.ts'
import type { Cell } from '../query/incidentResult.ts'
import { SHAPED_POINT } from './pointSizes.ts'

/**
 * What a cell looks like, as plain data. `single`: the shape of its event type. `disc`: its count, within a
 * ring that shows the event types. `dot`: the event types alone, used in points mode. `hollow`: every incident
 * of the cell is known only to an area. Radii are CSS pixels; `ring` and `parts` hold one number per event
 * type, in the vocabulary's order. `own`: share of the incidents that are of the user's own files, in steps of
 * RING_STEPS; absent where none is.
 */
export type CellLook = (
  | { kind: 'single'; type: number; hollow: boolean; disputed: boolean }
  | { kind: 'disc'; radius: number; label: string; ring: readonly number[]; hollow: boolean }
  | { kind: 'dot'; radius: number; parts: readonly number[] }
) & { own?: number }

/** The ring is divided into this many steps, so that discs with nearly equal shares have one image. */
export const RING_STEPS = 24

/** The look of a cell in cells mode. */
export function cellLook(cell: Cell, formatCount: (count: number) => string): CellLook {
  if (cell.incident) return singleLook(cell, cell.incident)
  return {
    kind: 'disc',
    radius: Math.round(cell.radius),
    label: formatCount(cell.count),
    ring: shares(cell),
    hollow: cell.imprecise === cell.count,
    ...ownShare(cell),
  }
}

/**
 * The look of a cell in points mode. A small point shows one of its event types only, chosen in proportion to
 * their counts, so that a crowd of points shows the right mix of colours.
 * @param radius CSS pixels
 */
export function pointLook(cell: Cell, radius: number): CellLook {
  if (radius < SHAPED_POINT) {
    const shown = typeByChance(cell)
    return {
      kind: 'dot',
      radius,
      parts: cell.byType.map((_, type) => (type === shown ? 1 : 0)),
      ...ownShare(cell),
    }
  }
  return cell.incident
    ? singleLook(cell, cell.incident)
    : { kind: 'dot', radius, parts: shares(cell), ...ownShare(cell) }
}

/**
 * An event type chosen in proportion to the counts, by a hash of the cell's key: the same cell always gets the
 * same type.
 */
function typeByChance({ key, byType, count }: Cell): number {
  let hash = 0
  for (const letter of key) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
  let left = ((Math.imul(hash ^ (hash >>> 15), 0x9e37_79b1) >>> 0) / 2 ** 32) * count
  const type = byType.findIndex((each) => (left -= each) < 0)
  return Math.max(0, type)
}

function singleLook(cell: Cell, { precision, status }: NonNullable<Cell['incident']>): CellLook {
  return {
    kind: 'single',
    type: cell.byType.findIndex((count) => count > 0),
    hollow: isArea(precision),
    disputed: status === 'disputed',
    ...ownShare(cell),
  }
}

/** Any share above none has at least one step. */
function ownShare({ own = 0, count }: Cell): { own?: number } {
  return own === 0 ? {} : { own: Math.max(1, Math.round((RING_STEPS * own) / count)) }
}

/**
 * The ring's steps per event type. A type that occurs has at least one step, so the sum may exceed RING_STEPS.
 */
function shares({ byType, count }: Cell): number[] {
  return byType.map((each) => (each === 0 ? 0 : Math.max(1, Math.round((RING_STEPS * each) / count))))
}

/** A cache key: two looks with equal keys are drawn the same. */
export function lookName(look: CellLook, theme: string): string {
  return look.own === undefined
    ? nameWithoutOwn(look, theme)
    : `${nameWithoutOwn(look, theme)} own ${look.own}`
}

function nameWithoutOwn(look: CellLook, theme: string): string {
  switch (look.kind) {
    case 'single':
      return ['single', theme, eventTypes[look.type], look.hollow, look.disputed].join(' ')
    case 'disc':
      return ['disc', theme, look.radius, look.label, look.ring.join('-'), look.hollow].join(' ')
    case 'dot':
      return ['dot', theme, look.radius, look.parts.join('-')].join(' ')
  }
}
