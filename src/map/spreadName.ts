import type { ExpressionSpecification } from 'maplibre-gl'
import { byZoom } from './groundLayer.ts'

/** Share of an area's width that its name may take. */
const SHARE = 0.5
/** Pixels of a degree of longitude at zoom 0. */
const DEGREE = 512 / 360
/** Mean width of a letter, in em. */
const LETTER = 0.6
/** Least and greatest letter spacing in em: beyond, letters no longer read as one name. */
const SPACING = [0.1, 0.5] as const
/** Least and greatest width of a name's line, in em. */
const LINE = [7, 14] as const

/** Sizes of divisions' names in pixels, at the first zoom that has them and at the last. */
const SIZES: readonly [[zoom: number, size: number], [zoom: number, size: number]] = [
  [5, 10],
  [9, 13],
]

/** A style expression: the size of a division's name, in pixels. */
export const spreadSize = byZoom(...SIZES)

/**
 * A style expression: letter spacing in em, the wider the area (`width` of the feature, in degrees of longitude). Not for
 * Arabic, whose letters join.
 * @param name expression of the name
 */
export function spreadSpacing(name: ExpressionSpecification): ExpressionSpecification {
  return atEachZoom((zoom) => within(SPACING, ['-', ['/', roomAt(zoom), ['length', name]], LETTER]))
}

/** A style expression: width in em from which a division's name takes a second line. */
export const spreadLine = atEachZoom((zoom) => within(LINE, roomAt(zoom)))

/** Em that a name may take of the width of its area. */
function roomAt(zoom: number): unknown[] {
  const [[first, least], [last, greatest]] = SIZES
  const size = least + ((zoom - first) / (last - first)) * (greatest - least)
  return ['*', ['coalesce', ['get', 'width'], 0], (SHARE * DEGREE * 2 ** zoom) / size]
}

function within([least, greatest]: readonly [number, number], value: unknown[]): unknown[] {
  return ['max', least, ['min', greatest, value]]
}

/** The library lays names out once for each whole zoom. */
function atEachZoom(at: (zoom: number) => unknown[]): ExpressionSpecification {
  const [[first], [last]] = SIZES
  const later = Array.from({ length: last - first }, (_, index) => first + 1 + index)
  return [
    'step',
    ['zoom'],
    at(first),
    ...later.flatMap((zoom) => [zoom, at(zoom)]),
  ] as unknown as ExpressionSpecification
}
